using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Beta
{
    /// <summary>One draw.</summary>
    /// <remarks>From two gamma draws, kept as logarithms; rounded into the open interval.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double alpha, double beta)
    {
        CheckParameters(alpha, beta);
        var (ones, zeros) = (Gamma.LogDrawStandard(random, alpha), Gamma.LogDrawStandard(random, beta));

        // Shapes so small that both underflow leave nothing but the ends, in proportion to the shapes.
        var logit = double.IsInfinity(ones) && double.IsInfinity(zeros)
            ? random.NextDouble() * (alpha + beta) < alpha ? double.PositiveInfinity : double.NegativeInfinity
            : ones - zeros;
        return Math.Clamp(InverseLogit(logit), double.Epsilon, Math.BitDecrement(1.0));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double alpha, double beta) => Tails(x, alpha, beta).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double alpha, double beta) => Tails(x, alpha, beta).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double alpha, double beta) => Tails(x, alpha, beta).Upper;

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double alpha, double beta)
        => p is >= 0 and <= 1 ? InverseLogit(IncompleteBeta.InverseAsLogit(alpha, beta, p, 1 - p)) : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double alpha, double beta) => alpha / (alpha + beta);

    /// <summary>The variance.</summary>
    public static double Variance(double alpha, double beta) => alpha / (alpha + beta) * (beta / (alpha + beta)) / (alpha + beta + 1);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double alpha, double beta) => x is > 0 and < 1;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double alpha, double beta) => "numbers between 0 and 1, ends excluded";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double alpha, double beta)
    {
        ParameterCheck.Positive(alpha, nameof(Beta), nameof(alpha));
        ParameterCheck.Positive(beta, nameof(Beta), nameof(beta));
    }

    /// <summary>Refuses a mean and a standard deviation outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromMoments(double mu, double sigma)
    {
        ParameterCheck.Require(mu is > 0 and < 1, mu, nameof(Beta), nameof(mu), "between 0 and 1");
        ParameterCheck.Positive(sigma, nameof(Beta), nameof(sigma));
        ParameterCheck.Require(
            sigma * sigma < mu * (1 - mu), sigma, nameof(Beta), nameof(sigma),
            $"below √(mu (1 − mu)) = {ParameterCheck.Text(Math.Sqrt(mu * (1 - mu)))}");
    }

    /// <summary>Refuses a mean and a concentration outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromConcentration(double mu, double nu)
    {
        ParameterCheck.Require(mu is > 0 and < 1, mu, nameof(Beta), nameof(mu), "between 0 and 1");
        ParameterCheck.Positive(nu, nameof(Beta), nameof(nu));
    }

    private static LogTails Tails(double x, double alpha, double beta) => IncompleteBeta.At(alpha, beta, x, 1 - x);
}
