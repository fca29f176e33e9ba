using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Categorical
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, ReadOnlySpan<double> p)
    {
        CheckParameters(p);
        return CategoryOf(random.NextDouble(), p);
    }

    /// <summary>The probability of a category at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, ReadOnlySpan<double> p) => double.IsNaN(x) ? double.NaN : Lower(x, p);

    /// <summary>The logarithm of the probability of a category at or below <paramref name="x"/>.</summary>
    public static double LogCdf(double x, ReadOnlySpan<double> p) => Math.Log(Cdf(x, p));

    /// <summary>The logarithm of the probability of a category above <paramref name="x"/>.</summary>
    public static double LogSurvival(double x, ReadOnlySpan<double> p)
    {
        if (double.IsNaN(x))
            return double.NaN;
        var sum = 0.0;
        for (var k = Math.Max(0, (int)Math.Min(Math.Floor(x) + 1, p.Length)); k < p.Length; k++)
            sum += p[k];
        return x < 0 ? 0 : Math.Log(sum);
    }

    /// <summary>The least category at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public static double Quantile(double probability, ReadOnlySpan<double> p) => probability is >= 0 and <= 1 ? CategoryOf(probability, p) : double.NaN;

    /// <summary>The mean of the categories as numbers.</summary>
    public static double Mean(ReadOnlySpan<double> p)
    {
        var mean = 0.0;
        for (var k = 0; k < p.Length; k++)
            mean += k * p[k];
        return mean;
    }

    /// <summary>The variance of the categories as numbers.</summary>
    public static double Variance(ReadOnlySpan<double> p)
    {
        var (mean, variance) = (Mean(p), 0.0);
        for (var k = 0; k < p.Length; k++)
            variance += (k - mean) * (k - mean) * p[k];
        return variance;
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, ReadOnlySpan<double> p) => ParameterCheck.IsCount(x) && x < p.Length;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(ReadOnlySpan<double> p) => Categories(p.Length);

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(ReadOnlySpan<double> p) => ArrayCheck.Simplex(p, nameof(Categorical), nameof(p));

    /// <summary>Refuses logarithms of probabilities that are not finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromLogit(ReadOnlySpan<double> logitP) => ArrayCheck.Real(logitP, nameof(Categorical), nameof(logitP));

    /// <summary>The categories 0 to <paramref name="count"/> − 1 in words.</summary>
    internal static string Categories(int count) => count switch
    {
        1 => "0",
        2 => "0 and 1",
        _ => $"0, 1, …, {count - 1}",
    };

    private static double Lower(double x, ReadOnlySpan<double> p)
    {
        var sum = 0.0;
        for (var k = 0; k < p.Length && k <= x; k++)
            sum += p[k];
        // What the probabilities' sum misses of 1 is rounding.
        return x >= p.Length - 1 ? 1 : Math.Min(sum, 1);
    }

    private static double CategoryOf(double probability, ReadOnlySpan<double> p)
    {
        var (sum, last) = (0.0, 0);
        for (var k = 0; k < p.Length; k++)
        {
            if (p[k] <= 0)
                continue;
            sum += p[k];
            last = k;
            if (probability <= sum)
                return k;
        }

        return last;
    }
}
