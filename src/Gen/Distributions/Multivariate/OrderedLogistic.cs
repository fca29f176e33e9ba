using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class OrderedLogistic
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double eta, ReadOnlySpan<double> cutpoints)
    {
        CheckParameters(eta, cutpoints);
        return CategoryOf(eta + Logit(random.NextDouble()), cutpoints);
    }

    /// <summary>The probability of a category at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double eta, ReadOnlySpan<double> cutpoints) => Math.Exp(LogCdf(x, eta, cutpoints));

    /// <summary>The logarithm of the probability of a category at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double eta, ReadOnlySpan<double> cutpoints)
        => double.IsNaN(x) ? double.NaN : x < 0 ? double.NegativeInfinity : x >= cutpoints.Length ? 0 : -Log1pExp(eta - cutpoints[(int)x]);

    /// <summary>The logarithm of the probability of a category above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double eta, ReadOnlySpan<double> cutpoints)
        => double.IsNaN(x) ? double.NaN : x < 0 ? 0 : x >= cutpoints.Length ? double.NegativeInfinity : -Log1pExp(cutpoints[(int)x] - eta);

    /// <summary>The least category at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public static double Quantile(double probability, double eta, ReadOnlySpan<double> cutpoints)
        => probability is >= 0 and <= 1 ? CategoryOf(eta + Logit(probability), cutpoints) : double.NaN;

    /// <summary>The mean of the categories as numbers.</summary>
    public static double Mean(double eta, ReadOnlySpan<double> cutpoints)
    {
        var mean = 0.0;
        foreach (var cutpoint in cutpoints)
            mean += InverseLogit(eta - cutpoint);
        return mean;
    }

    /// <summary>The variance of the categories as numbers.</summary>
    public static double Variance(double eta, ReadOnlySpan<double> cutpoints)
    {
        var mean = Mean(eta, cutpoints);
        var variance = 0.0;
        for (var k = 0; k <= cutpoints.Length; k++)
        {
            var (below, above) = (LogCdf(k - 1, eta, cutpoints), LogSurvival(k, eta, cutpoints));
            variance += (k - mean) * (k - mean) * (1 - Math.Exp(below) - Math.Exp(above));
        }

        return variance;
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double eta, ReadOnlySpan<double> cutpoints) => ParameterCheck.IsCount(x) && x <= cutpoints.Length;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double eta, ReadOnlySpan<double> cutpoints) => Categorical.Categories(cutpoints.Length + 1);

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double eta, ReadOnlySpan<double> cutpoints)
    {
        ParameterCheck.Real(eta, nameof(OrderedLogistic), nameof(eta));
        ArrayCheck.Ordered(cutpoints, nameof(OrderedLogistic), nameof(cutpoints));
    }

    private static double CategoryOf(double logistic, ReadOnlySpan<double> cutpoints)
    {
        var category = 0;
        while (category < cutpoints.Length && logistic > cutpoints[category])
            category++;
        return category;
    }
}
