using System;

namespace Gen;

/// <summary>The number of independent draws that would estimate as precisely as the draws at hand.</summary>
/// <remarks>
/// Vehtari et al. (2021), Bayesian Analysis 16; Geyer (1992) for the initial monotone sequence. Equal to ArviZ 0.23's <c>ess</c>. Every
/// function is NaN for fewer than four draws a chain and for draws that are not finite, and the number of draws for draws that are all equal.
/// </remarks>
internal static class EffectiveSampleSize
{
    /// <summary>For the bulk: of the normal scores of split chains.</summary>
    public static double Bulk(ReadOnlySpan<double> values, int chains) =>
        SplitChains.AreDiagnosable(values, chains, leastChains: 1)
            ? Core(RankNormalization.Scores(SplitChains.Of(values, chains)), 2 * chains)
            : double.NaN;

    /// <summary>For the tails: the smaller of those for the 5 % and the 95 % quantile.</summary>
    public static double Tail(ReadOnlySpan<double> values, int chains) => Tail(values, chains, Quantiles.Sorted(values));

    /// <summary>The same for draws that were sorted before.</summary>
    public static double Tail(ReadOnlySpan<double> values, int chains, ReadOnlySpan<double> sorted) => Math.Min(
        OfQuantile(values, chains, Quantiles.OfSorted(sorted, 0.05)),
        OfQuantile(values, chains, Quantiles.OfSorted(sorted, 0.95)));

    /// <summary>For the mean: of split chains as they are.</summary>
    public static double Mean(ReadOnlySpan<double> values, int chains) =>
        SplitChains.AreDiagnosable(values, chains, leastChains: 1) ? Core(SplitChains.Of(values, chains), 2 * chains) : double.NaN;

    /// <summary>For the standard deviation: of the squared distances from the mean.</summary>
    public static double Sd(ReadOnlySpan<double> values, int chains) => Mean(SquaredDeviations(values), chains);

    /// <summary>For a quantile whose value is <paramref name="quantile"/>: of the indicator that a draw does not exceed it.</summary>
    public static double OfQuantile(ReadOnlySpan<double> values, int chains, double quantile)
    {
        if (!SplitChains.AreDiagnosable(values, chains, leastChains: 1))
            return double.NaN;

        var below = new double[values.Length];
        for (var i = 0; i < below.Length; i++)
            below[i] = values[i] <= quantile ? 1 : 0;
        return Core(SplitChains.Of(below, chains), 2 * chains);
    }

    /// <summary>(x − x̄)², with the mean of all chains.</summary>
    public static double[] SquaredDeviations(ReadOnlySpan<double> values)
    {
        var mean = Moments.Mean(values);
        var squares = new double[values.Length];
        for (var i = 0; i < squares.Length; i++)
            squares[i] = (values[i] - mean) * (values[i] - mean);
        return squares;
    }

    /// <summary>The effective size of chains as they are given: neither split nor ranked.</summary>
    public static double Core(ReadOnlySpan<double> values, int chains)
    {
        if (AreEqual(values))
            return values.Length;

        var length = values.Length / chains;
        var covariances = Autocovariance.Averaged(values, chains);
        var within = covariances[0] * length / (length - 1.0);
        var total = covariances[0];
        if (chains > 1)
            total += VarianceOfMeans(values, chains);

        double Correlation(int lag) => 1 - (within - covariances[lag]) / total;

        // Geyer's initial positive sequence: pairs of lags while their sum is positive.
        var correlations = new double[length];
        var even = 1.0;
        var odd = Correlation(1);
        correlations[0] = even;
        correlations[1] = odd;
        var t = 1;
        for (; t < length - 3 && even + odd > 0; t += 2)
        {
            even = Correlation(t + 1);
            odd = Correlation(t + 2);
            if (even + odd >= 0)
            {
                correlations[t + 1] = even;
                correlations[t + 2] = odd;
            }
        }

        // One more even lag lessens the variance where chains are antithetic.
        var last = t - 2;
        if (even > 0)
            correlations[last + 1] = even;

        // Geyer's initial monotone sequence: no pair above the one before it.
        for (t = 1; t <= last - 2; t += 2)
        {
            if (correlations[t + 1] + correlations[t + 2] > correlations[t - 1] + correlations[t])
                correlations[t + 1] = correlations[t + 2] = (correlations[t - 1] + correlations[t]) / 2;
        }

        var time = -1 + correlations[last + 1];
        for (t = 0; t <= last; t++)
            time += 2 * correlations[t];

        return values.Length / Math.Max(time, 1 / Math.Log10(values.Length));
    }

    private static double VarianceOfMeans(ReadOnlySpan<double> values, int chains)
    {
        var length = values.Length / chains;
        var means = new double[chains];
        for (var c = 0; c < chains; c++)
            means[c] = Moments.Mean(values.Slice(c * length, length));
        return Moments.Variance(means);
    }

    private static bool AreEqual(ReadOnlySpan<double> values)
    {
        var least = values[0];
        var greatest = values[0];
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        // A spread of rounding error is none: its autocorrelations would be those of the rounding.
        return greatest - least <= 1e-15 * Math.Max(Math.Abs(least), Math.Abs(greatest));
    }
}
