using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Poisson
{
    /// <summary>One draw.</summary>
    /// <remarks>Inversion by sequential search when mu &lt; 10, else Hörmann's transformed rejection PTRS (1993).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu)
    {
        CheckParameters(mu);
        return DrawWithMean(random, mu);
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double mu) => Tails(x, mu).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double mu) => Tails(x, mu).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double mu) => Tails(x, mu).Upper;

    /// <summary>The smallest value at or below which the probability is at least <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu)
        => DiscreteQuantile.Find(p, mu, Math.Sqrt(mu), double.PositiveInfinity, k => Cdf(k, mu));

    /// <summary>The mean.</summary>
    public static double Mean(double mu) => mu;

    /// <summary>The variance.</summary>
    public static double Variance(double mu) => mu;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu) => ParameterCheck.IsCount(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu) => "0, 1, 2, …";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu)
    {
        ParameterCheck.NonNegative(mu, nameof(Poisson), nameof(mu));
    }

    /// <summary>Refuses a log-mean outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromLogMu(double logMu)
    {
        ParameterCheck.Real(logMu, nameof(Poisson), nameof(logMu));
    }

    private static LogTails Tails(double x, double mu)
    {
        var k = Math.Floor(x);
        if (k < 0)
            return LogTails.AllAbove;
        return double.IsPositiveInfinity(k) ? LogTails.AllBelow : IncompleteGamma.At(k + 1, mu).Reflected;
    }

    /// <summary>One draw for a mean that is known to be 0 or positive and finite.</summary>
    internal static double DrawWithMean(RandomStream random, double mu) => mu < 10 ? DrawByInversion(random, mu) : DrawByRejection(random, mu);

    private static double DrawByInversion(RandomStream random, double mu)
    {
        while (true)
        {
            var u = random.NextDouble();
            var mass = Math.Exp(-mu);
            for (double k = 0; mass > 0; k++)
            {
                if (u < mass)
                    return k;
                u -= mass;
                mass *= mu / (k + 1);
            }

            // Rounding left a remainder of some 1e-16 unassigned: draw again.
        }
    }

    private static double DrawByRejection(RandomStream random, double mu)
    {
        var b = 0.931 + 2.53 * Math.Sqrt(mu);
        var a = -0.059 + 0.02483 * b;
        var inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        var surelyAccepted = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = random.NextDouble();
            var distance = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / distance + b) * u + mu + 0.43);
            if (distance >= 0.07 && v <= surelyAccepted)
                return k;
            if (k < 0 || (distance < 0.013 && v > distance))
                continue;
            if (Math.Log(v * inverseAlpha / (a / (distance * distance) + b)) <= SaddlePoint.LogPoisson(k, mu))
                return k;
        }
    }
}
