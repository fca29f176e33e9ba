using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class NegativeBinomial
{
    /// <summary>One draw.</summary>
    /// <remarks>A Poisson draw whose mean is a gamma draw.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double alpha)
    {
        CheckParameters(mu, alpha);
        return Poisson.DrawWithMean(random, Rounded.Finite(mu * Math.Exp(Gamma.LogDrawStandard(random, alpha) - Math.Log(alpha))));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double mu, double alpha) => Tails(x, mu, alpha).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double mu, double alpha) => Tails(x, mu, alpha).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double mu, double alpha) => Tails(x, mu, alpha).Upper;

    /// <summary>The smallest value at or below which the probability is at least <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double alpha)
        => DiscreteQuantile.Find(p, mu, Math.Sqrt(Variance(mu, alpha)), double.PositiveInfinity, k => Cdf(k, mu, alpha));

    /// <summary>The mean.</summary>
    public static double Mean(double mu, double alpha) => mu;

    /// <summary>The variance.</summary>
    public static double Variance(double mu, double alpha) => mu + mu * mu / alpha;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double alpha) => ParameterCheck.IsCount(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double alpha) => "0, 1, 2, …";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double alpha)
    {
        ParameterCheck.NonNegative(mu, nameof(NegativeBinomial), nameof(mu));
        ParameterCheck.Positive(alpha, nameof(NegativeBinomial), nameof(alpha));
    }

    /// <summary>Refuses a number of successes and a probability outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromProbability(double n, double p)
    {
        ParameterCheck.Positive(n, nameof(NegativeBinomial), nameof(n));
        ParameterCheck.Require(p is > 0 and <= 1, p, nameof(NegativeBinomial), nameof(p), "above 0 and at most 1");
    }

    private static LogTails Tails(double x, double mu, double alpha)
    {
        var k = Math.Floor(x);
        if (k < 0)
            return LogTails.AllAbove;
        return double.IsPositiveInfinity(k) ? LogTails.AllBelow : IncompleteBeta.At(alpha, k + 1, alpha / (mu + alpha), mu / (mu + alpha));
    }
}
