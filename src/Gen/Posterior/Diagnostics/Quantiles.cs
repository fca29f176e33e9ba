using System;

namespace Gen;

/// <summary>Sample quantiles of type 7: linear interpolation between order statistics, the default of NumPy and R.</summary>
/// <remarks>Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50.</remarks>
internal static class Quantiles
{
    /// <summary>The quantile of <paramref name="values"/> at <paramref name="probability"/>; NaN when any value is NaN or there is none.</summary>
    public static double Of(ReadOnlySpan<double> values, double probability) => OfSorted(Sorted(values), probability);

    /// <summary>The quantile of values already in ascending order (NaN, which sorts first, gives NaN).</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");

        if (sorted.IsEmpty || double.IsNaN(sorted[0]))
            return double.NaN;

        var position = probability * (sorted.Length - 1);
        var below = Math.Min((int)position, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        var fraction = position - below;

        // Equal neighbours are returned as they are: interpolating between two infinities would give NaN.
        return fraction == 0 || sorted[below] == sorted[above] ? sorted[below] : sorted[below] + fraction * (sorted[above] - sorted[below]);
    }

    /// <summary>The values in ascending order.</summary>
    public static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
