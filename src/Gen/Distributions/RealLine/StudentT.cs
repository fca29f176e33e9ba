using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class StudentT
{
    /// <summary>One draw.</summary>
    /// <remarks>A normal variate over the root of a chi-squared one per degree of freedom.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double nu, double mu, double sigma)
    {
        CheckParameters(nu, mu, sigma);
        return Rounded.Finite(mu + random.NextNormal() * Math.Exp(Math.Log(sigma) + 0.5 * (Math.Log(0.5 * Math.Max(nu, 2 * double.Epsilon)) - Gamma.LogDrawStandard(random, 0.5 * Math.Max(nu, 2 * double.Epsilon)))));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double nu, double mu, double sigma) => Tails(x, nu, mu, sigma).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double nu, double mu, double sigma) => Tails(x, nu, mu, sigma).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double nu, double mu, double sigma) => Tails(x, nu, mu, sigma).Upper;

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double nu, double mu, double sigma)
    {
        if (p > 0.5)
            return mu + sigma * -LowerQuantile(1 - p, nu);
        return mu + sigma * LowerQuantile(p, nu);
    }

    /// <summary>The mean; NaN, for undefined, when nu ≤ 1.</summary>
    public static double Mean(double nu, double mu, double sigma) => nu > 1 ? mu : double.NaN;

    /// <summary>The variance; infinite when 1 &lt; nu ≤ 2 and NaN, for undefined, when nu ≤ 1.</summary>
    public static double Variance(double nu, double mu, double sigma)
        => nu > 2 ? sigma * sigma * nu / (nu - 2) : nu > 1 ? double.PositiveInfinity : double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double nu, double mu, double sigma) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double nu, double mu, double sigma) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double nu, double mu, double sigma)
    {
        ParameterCheck.Positive(nu, nameof(StudentT), nameof(nu));
        ParameterCheck.Real(mu, nameof(StudentT), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(StudentT), nameof(sigma));
    }

    /// <summary>Refuses degrees of freedom, location and inverse squared scale outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double nu, double mu, double lam)
    {
        ParameterCheck.Positive(nu, nameof(StudentT), nameof(nu));
        ParameterCheck.Real(mu, nameof(StudentT), nameof(mu));
        ParameterCheck.Positive(lam, nameof(StudentT), nameof(lam));
    }

    /// <summary>Both tails at |t| of the absolute value of the standard variate.</summary>
    /// <remarks>
    /// The probability above is that of a beta variate (nu / 2, ½) below nu / (nu + t²) (Abramowitz and Stegun 26.7.1).
    /// </remarks>
    internal static LogTails Absolute(double t, double nu)
    {
        var ratio = t / nu * t;
        return IncompleteBeta.At(0.5 * nu, 0.5, 1 / (1 + ratio), 1 / (1 + 1 / ratio)).Reflected;
    }

    /// <summary>The value below which the absolute value of the standard variate is with probability <paramref name="p"/>.</summary>
    internal static double AbsoluteQuantile(double p, double nu)
        => !(p is >= 0 and <= 1) ? double.NaN : p == 0 ? 0 : Math.Sqrt(nu) * Math.Exp(-0.5 * IncompleteBeta.InverseAsLogit(0.5 * nu, 0.5, 1 - p, p));

    private static LogTails Tails(double x, double nu, double mu, double sigma)
    {
        var t = (x - mu) / sigma;
        var tails = LogTails.FromLower(Absolute(t, nu).Upper - LogTwo);
        return t <= 0 ? tails : tails.Reflected;
    }

    private static double LowerQuantile(double p, double nu)
        => !(p >= 0) ? double.NaN : p == 0.5 ? 0 : -Math.Sqrt(nu) * Math.Exp(-0.5 * IncompleteBeta.InverseAsLogit(0.5 * nu, 0.5, 2 * p, 1 - 2 * p));
}
