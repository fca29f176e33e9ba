using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class SkewNormal
{
    /// <summary>One draw.</summary>
    /// <remarks>delta |u| + √(1 − delta²) v of independent standard normal u and v (Henze 1986).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double sigma, double alpha)
    {
        CheckParameters(mu, sigma, alpha);
        var delta = Delta(alpha);
        return Rounded.Finite(mu + sigma * (delta * Math.Abs(random.NextNormal()) + random.NextNormal() / Math.Sqrt(1 + alpha * alpha)));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double mu, double sigma, double alpha) => Tails(x, mu, sigma, alpha).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double mu, double sigma, double alpha) => Tails(x, mu, sigma, alpha).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double mu, double sigma, double alpha) => Tails(x, mu, sigma, alpha).Upper;

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double sigma, double alpha)
    {
        if (!(p is >= 0 and <= 1))
            return double.NaN;
        if (p is 0 or 1)
            return p == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var target = Math.Log(p <= 0.5 ? p : 1 - p);
        return mu + sigma * MonotoneRoot.Find(
            Mean(0, 1, alpha) + Math.Sqrt(Variance(0, 1, alpha)) * NormalQuantile.Of(p),
            z =>
            {
                var tails = Tails(z, 0, 1, alpha);
                var logDensity = LogDensity(z, 0, 1, alpha);
                return p <= 0.5
                    ? (tails.Lower - target, Math.Exp(logDensity - tails.Lower))
                    : (target - tails.Upper, Math.Exp(logDensity - tails.Upper));
            });
    }

    /// <summary>The mean: mu + sigma delta √(2 / π) with delta = alpha / √(1 + alpha²).</summary>
    public static double Mean(double mu, double sigma, double alpha) => mu + sigma * Delta(alpha) * Math.Sqrt(2 / Math.PI);

    /// <summary>The variance: sigma² (1 − 2 delta² / π).</summary>
    public static double Variance(double mu, double sigma, double alpha) => sigma * sigma * (1 - 2 / Math.PI * Square(Delta(alpha)));

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double sigma, double alpha) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double sigma, double alpha) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double sigma, double alpha)
    {
        ParameterCheck.Real(mu, nameof(SkewNormal), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(SkewNormal), nameof(sigma));
        ParameterCheck.Real(alpha, nameof(SkewNormal), nameof(alpha));
    }

    /// <summary>Refuses location, inverse squared scale and shape outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double mu, double tau, double alpha)
    {
        ParameterCheck.Real(mu, nameof(SkewNormal), nameof(mu));
        ParameterCheck.Positive(tau, nameof(SkewNormal), nameof(tau));
        ParameterCheck.Real(alpha, nameof(SkewNormal), nameof(alpha));
    }

    private static double Delta(double alpha)
        => Math.Abs(alpha) < 1 ? alpha / Math.Sqrt(1 + alpha * alpha) : Math.Sign(alpha) / Math.Sqrt(1 + 1 / (alpha * alpha));

    // The density is log-concave, so that the tail on the side of x that falls away from the mode is an integral of a falling function.
    private static LogTails Tails(double x, double mu, double sigma, double alpha)
    {
        var z = (x - mu) / sigma;
        if (double.IsNaN(z + alpha))
            return new LogTails(double.NaN, double.NaN);
        if (double.IsInfinity(z * z))
            return z < 0 ? LogTails.AllAbove : LogTails.AllBelow;
        var slope = -z + alpha * Math.Exp(-0.5 * Square(alpha * z) - HalfLogTwoPi - LogNormalCdf(alpha * z));
        var end = slope < 0 ? double.PositiveInfinity : double.NegativeInfinity;
        var tail = LogDensity(z, 0, 1, alpha) + Math.Log(FallingIntegral.Of(t => LogDensity(t, 0, 1, alpha), z, end, 1 / Math.Max(Math.Abs(slope), 1)));
        return slope < 0 ? LogTails.FromUpper(tail) : LogTails.FromLower(tail);
    }
}
