using System;
using MathNet.Numerics.Distributions;

namespace Gen;

/// <summary>Monte Carlo standard errors: how far an estimate from these draws is expected to be from the posterior's own value.</summary>
/// <remarks>Vehtari et al. (2021), Bayesian Analysis 16; equal to ArviZ 0.23 and R's posterior.</remarks>
internal static class MonteCarloError
{
    /// <summary>Of the mean: sd/√ESS.</summary>
    public static double OfMean(ReadOnlySpan<double> values, int chains) =>
        Moments.Sd(values) / Math.Sqrt(EffectiveSampleSize.Mean(values, chains));

    /// <summary>Of the standard deviation, by the delta method from the variance of c² = (x − x̄)²; NaN for draws that are all equal.</summary>
    public static double OfSd(ReadOnlySpan<double> values, int chains)
    {
        var squares = EffectiveSampleSize.SquaredDeviations(values);
        var size = EffectiveSampleSize.Mean(squares, chains);
        var variance = Moments.Mean(squares);
        var fourth = 0.0;
        foreach (var square in squares)
            fourth += square * square / squares.Length;
        return Math.Sqrt((fourth - variance * variance) / size / variance / 4);
    }

    /// <summary>
    /// Of a quantile: half the distance between the order statistics at the ±1-sd quantiles of the Beta distribution of the empirical
    /// probability.
    /// </summary>
    public static double OfQuantile(ReadOnlySpan<double> values, int chains, double probability)
    {
        var sorted = Quantiles.Sorted(values);
        var size = EffectiveSampleSize.OfQuantile(values, chains, Quantiles.OfSorted(sorted, probability));
        if (double.IsNaN(size))
            return double.NaN;

        var a = size * probability + 1;
        var b = size * (1 - probability) + 1;
        var below = Beta.InvCDF(a, b, LowerSd) * sorted.Length - 1;
        var above = Beta.InvCDF(a, b, UpperSd) * sorted.Length - 1;
        var lower = sorted[(int)Math.Floor(Math.Max(below, 0))];
        var upper = sorted[(int)Math.Ceiling(Math.Min(above, sorted.Length - 1))];
        return (upper - lower) / 2;
    }

    // Φ(−1) and Φ(1), with the digits that ArviZ and posterior use.
    private const double LowerSd = 0.1586553, UpperSd = 0.8413447;
}
