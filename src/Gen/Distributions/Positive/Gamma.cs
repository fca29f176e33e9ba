using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Gamma
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double alpha, double beta)
    {
        CheckParameters(alpha, beta);
        return Rounded.Positive(Math.Exp(LogDrawStandard(random, alpha) - Math.Log(beta)));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double alpha, double beta) => Tails(x, alpha, beta).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double alpha, double beta) => Tails(x, alpha, beta).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double alpha, double beta) => Tails(x, alpha, beta).Upper;

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double alpha, double beta)
        => p is >= 0 and <= 1 ? IncompleteGamma.Inverse(alpha, p, 1 - p) / beta : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double alpha, double beta) => alpha / beta;

    /// <summary>The variance.</summary>
    public static double Variance(double alpha, double beta) => alpha / (beta * beta);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double alpha, double beta) => x > 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double alpha, double beta) => "positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double alpha, double beta)
    {
        ParameterCheck.Positive(alpha, nameof(Gamma), nameof(alpha));
        ParameterCheck.Positive(beta, nameof(Gamma), nameof(beta));
    }

    /// <summary>Refuses a mean and a standard deviation outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromMoments(double mu, double sigma)
    {
        ParameterCheck.Positive(mu, nameof(Gamma), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(Gamma), nameof(sigma));
    }

    /// <summary>The logarithm of a draw with shape <paramref name="alpha"/> and rate 1, which does not underflow for small shapes.</summary>
    /// <remarks>
    /// Marsaglia and Tsang (2000), "A simple method for generating gamma variables": a transformed normal variate, accepted with probability above
    /// 0.95. Below shape 1 it is a draw of shape alpha + 1 times U^(1 / alpha).
    /// </remarks>
    internal static double LogDrawStandard(RandomStream random, double alpha)
    {
        if (alpha < 1)
            return LogDrawStandard(random, alpha + 1) + Math.Log(random.NextDouble()) / alpha;
        var d = alpha - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var z = random.NextNormal();
            var root = 1 + c * z;
            if (root <= 0)
                continue;
            var v = root * root * root;
            var u = random.NextDouble();
            if (u < 1 - 0.0331 * (z * z) * (z * z) || Math.Log(u) < 0.5 * z * z + d * (1 - v + Math.Log(v)))
                return Math.Log(d * v);
        }
    }

    private static LogTails Tails(double x, double alpha, double beta) => IncompleteGamma.At(alpha, beta * x);
}
