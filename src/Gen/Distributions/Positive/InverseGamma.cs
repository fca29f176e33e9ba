using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class InverseGamma
{
    /// <summary>One draw.</summary>
    /// <remarks>The reciprocal of a gamma draw.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double alpha, double beta)
    {
        CheckParameters(alpha, beta);
        return Rounded.Positive(Math.Exp(Math.Log(beta) - Gamma.LogDrawStandard(random, alpha)));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double alpha, double beta) => Tails(x, alpha, beta).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double alpha, double beta) => Tails(x, alpha, beta).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double alpha, double beta) => Tails(x, alpha, beta).Upper;

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double alpha, double beta)
        => p is >= 0 and <= 1 ? beta / IncompleteGamma.Inverse(alpha, 1 - p, p) : double.NaN;

    /// <summary>The mean; infinite when alpha ≤ 1.</summary>
    public static double Mean(double alpha, double beta) => alpha > 1 ? beta / (alpha - 1) : double.PositiveInfinity;

    /// <summary>The variance; infinite when 1 &lt; alpha ≤ 2 and NaN, for undefined, when alpha ≤ 1.</summary>
    public static double Variance(double alpha, double beta)
        => alpha > 2 ? Square(beta / (alpha - 1)) / (alpha - 2) : alpha > 1 ? double.PositiveInfinity : double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double alpha, double beta) => x > 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double alpha, double beta) => "positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double alpha, double beta)
    {
        ParameterCheck.Positive(alpha, nameof(InverseGamma), nameof(alpha));
        ParameterCheck.Positive(beta, nameof(InverseGamma), nameof(beta));
    }

    /// <summary>Refuses a mean and a standard deviation outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromMoments(double mu, double sigma)
    {
        ParameterCheck.Positive(mu, nameof(InverseGamma), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(InverseGamma), nameof(sigma));
    }

    private static LogTails Tails(double x, double alpha, double beta)
        => x <= 0 ? LogTails.AllAbove : IncompleteGamma.At(alpha, beta / x).Reflected;
}
