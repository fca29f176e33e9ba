using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class ChiSquared
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double nu)
    {
        CheckParameters(nu);
        return Gamma.Draw(random, Math.Max(0.5 * nu, double.Epsilon), 0.5);
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double nu) => Gamma.Cdf(x, 0.5 * nu, 0.5);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double nu) => Gamma.LogCdf(x, 0.5 * nu, 0.5);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double nu) => Gamma.LogSurvival(x, 0.5 * nu, 0.5);

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double nu) => Gamma.Quantile(p, 0.5 * nu, 0.5);

    /// <summary>The mean.</summary>
    public static double Mean(double nu) => nu;

    /// <summary>The variance.</summary>
    public static double Variance(double nu) => 2 * nu;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double nu) => x > 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double nu) => "positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double nu)
    {
        ParameterCheck.Positive(nu, nameof(ChiSquared), nameof(nu));
    }
}
