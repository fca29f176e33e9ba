using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class LogNormal
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double sigma)
    {
        CheckParameters(mu, sigma);
        return Rounded.Positive(Math.Exp(mu + sigma * random.NextNormal()));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double sigma) => Math.Exp(mu + sigma * NormalQuantile.Of(p));

    /// <summary>The mean.</summary>
    public static double Mean(double mu, double sigma) => Math.Exp(mu + 0.5 * sigma * sigma);

    /// <summary>The variance.</summary>
    public static double Variance(double mu, double sigma) => Expm1(sigma * sigma) * Math.Exp(2 * mu + sigma * sigma);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double sigma) => x > 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double sigma) => "positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double sigma)
    {
        ParameterCheck.Real(mu, nameof(LogNormal), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(LogNormal), nameof(sigma));
    }

    /// <summary>Refuses location and precision outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double mu, double tau)
    {
        ParameterCheck.Real(mu, nameof(LogNormal), nameof(mu));
        ParameterCheck.Positive(tau, nameof(LogNormal), nameof(tau));
    }
}
