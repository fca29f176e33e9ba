using System;

namespace Gen;

/// <summary>The narrowest interval that holds a given share of the draws; it presumes one mode.</summary>
/// <remarks>ArviZ's definition: with k = ⌊p·n⌋ of n sorted draws, the i that makes x[i+k] − x[i] least.</remarks>
internal static class HighestDensityInterval
{
    /// <summary>The interval's ends; NaN when a draw is NaN or there is none.</summary>
    public static (double Lower, double Upper) Of(ReadOnlySpan<double> values, double probability) =>
        OfSorted(Quantiles.Sorted(values), probability);

    /// <summary>The interval of draws already in ascending order.</summary>
    public static (double Lower, double Upper) OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (!(probability is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability of an interval lies strictly between 0 and 1.");

        if (sorted.IsEmpty || double.IsNaN(sorted[0]))
            return (double.NaN, double.NaN);

        var span = (int)Math.Floor(probability * sorted.Length);
        var best = 0;
        for (var i = 1; i + span < sorted.Length; i++)
        {
            if (sorted[i + span] - sorted[i] < sorted[best + span] - sorted[best])
                best = i;
        }

        return (sorted[best], sorted[best + span]);
    }
}
