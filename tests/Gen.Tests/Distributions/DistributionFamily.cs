using System;
using Gen.Numerics;

namespace Gen.Tests.Distributions;

/// <summary>The functions of one distribution, with its parameters as an array.</summary>
internal sealed record DistributionFamily(
    string Name,
    Support Support,
    Func<double, double[], double> LogDensity,
    Func<double, double[], double> Cdf,
    Func<double, double[], double> LogCdf,
    Func<double, double[], double> LogSurvival,
    Func<double, double[], double> Quantile,
    Func<RandomStream, double[], double> Draw,
    Func<double[], double> Mean,
    Func<double[], double> Variance,
    Func<double, double[], bool> InSupport)
{
    public delegate double F1(double x, double a);

    public delegate double F2(double x, double a, double b);

    public delegate double F3(double x, double a, double b, double c);

    public bool Discrete => Support is Support.Boolean or Support.Count or Support.PositiveCount or Support.Integer;

    public static DistributionFamily Of(
        string name, Support support, F1 density, F1 cdf, F1 logCdf, F1 logSurvival, F1 quantile,
        Func<RandomStream, double, double> draw, Func<double, double> mean, Func<double, double> variance, Func<double, double, bool> inSupport)
        => new(
            name, support, (x, p) => density(x, p[0]), (x, p) => cdf(x, p[0]), (x, p) => logCdf(x, p[0]), (x, p) => logSurvival(x, p[0]),
            (x, p) => quantile(x, p[0]), (r, p) => draw(r, p[0]), p => mean(p[0]), p => variance(p[0]), (x, p) => inSupport(x, p[0]));

    public static DistributionFamily Of(
        string name, Support support, F2 density, F2 cdf, F2 logCdf, F2 logSurvival, F2 quantile,
        Func<RandomStream, double, double, double> draw, Func<double, double, double> mean, Func<double, double, double> variance,
        Func<double, double, double, bool> inSupport)
        => new(
            name, support, (x, p) => density(x, p[0], p[1]), (x, p) => cdf(x, p[0], p[1]), (x, p) => logCdf(x, p[0], p[1]),
            (x, p) => logSurvival(x, p[0], p[1]), (x, p) => quantile(x, p[0], p[1]), (r, p) => draw(r, p[0], p[1]),
            p => mean(p[0], p[1]), p => variance(p[0], p[1]), (x, p) => inSupport(x, p[0], p[1]));

    public static DistributionFamily Of(
        string name, Support support, F3 density, F3 cdf, F3 logCdf, F3 logSurvival, F3 quantile,
        Func<RandomStream, double, double, double, double> draw, Func<double, double, double, double> mean,
        Func<double, double, double, double> variance, Func<double, double, double, double, bool> inSupport)
        => new(
            name, support, (x, p) => density(x, p[0], p[1], p[2]), (x, p) => cdf(x, p[0], p[1], p[2]),
            (x, p) => logCdf(x, p[0], p[1], p[2]), (x, p) => logSurvival(x, p[0], p[1], p[2]), (x, p) => quantile(x, p[0], p[1], p[2]),
            (r, p) => draw(r, p[0], p[1], p[2]), p => mean(p[0], p[1], p[2]), p => variance(p[0], p[1], p[2]),
            (x, p) => inSupport(x, p[0], p[1], p[2]));
}
