using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class BetaBinomial
{
    /// <summary>One draw.</summary>
    /// <remarks>A binomial draw whose probability is a beta draw.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double n, double alpha, double beta)
    {
        CheckParameters(n, alpha, beta);
        return Binomial.Draw(random, n, Beta.Draw(random, alpha, beta));
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double n, double alpha, double beta) => Tails(x, n, alpha, beta).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double n, double alpha, double beta) => Tails(x, n, alpha, beta).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double n, double alpha, double beta) => Tails(x, n, alpha, beta).Upper;

    /// <summary>The smallest value at or below which the probability is at least <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double n, double alpha, double beta)
        => DiscreteQuantile.Find(p, Mean(n, alpha, beta), Math.Sqrt(Variance(n, alpha, beta)), n, k => Cdf(k, n, alpha, beta));

    /// <summary>The mean.</summary>
    public static double Mean(double n, double alpha, double beta) => n * alpha / (alpha + beta);

    /// <summary>The variance.</summary>
    public static double Variance(double n, double alpha, double beta)
        => n * alpha / (alpha + beta) * (beta / (alpha + beta)) * (alpha + beta + n) / (alpha + beta + 1);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double n, double alpha, double beta) => ParameterCheck.IsCount(x) && x <= n;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double n, double alpha, double beta) => $"0, 1, 2, …, {ParameterCheck.Text(n)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double n, double alpha, double beta)
    {
        ParameterCheck.Count(n, nameof(BetaBinomial), nameof(n));
        ParameterCheck.Positive(alpha, nameof(BetaBinomial), nameof(alpha));
        ParameterCheck.Positive(beta, nameof(BetaBinomial), nameof(beta));
    }

    // The sum of the probabilities of the shorter tail, from its end.
    private static LogTails Tails(double x, double n, double alpha, double beta)
    {
        var k = Math.Floor(x);
        if (double.IsNaN(k))
            return new LogTails(double.NaN, double.NaN);
        if (k < 0)
            return LogTails.AllAbove;
        if (k >= n)
            return LogTails.AllBelow;
        return k < Mean(n, alpha, beta)
            ? LogTails.FromLower(LogSum(0, k, n, alpha, beta))
            : LogTails.FromUpper(LogSum(k + 1, n, n, alpha, beta));
    }

    private static double LogSum(double from, double to, double n, double alpha, double beta)
    {
        double greatest = double.NegativeInfinity, sum = 0;
        for (var k = from; k <= to; k++)
        {
            var term = LogDensity(k, n, alpha, beta);
            if (term > greatest)
            {
                sum = sum * Math.Exp(greatest - term) + 1;
                greatest = term;
            }
            else
            {
                sum += Math.Exp(term - greatest);
            }
        }

        return greatest + Math.Log(sum);
    }
}
