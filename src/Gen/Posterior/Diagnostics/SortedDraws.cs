using System;

namespace Gen;

/// <summary>Draws in ascending order, with where each came from: sorted once, they serve quantiles, intervals and ranks.</summary>
internal sealed class SortedDraws
{
    private SortedDraws(double[] values, int[] order)
    {
        Values = values;
        Order = order;
    }

    /// <summary>The draws in ascending order; NaN first.</summary>
    public double[] Values { get; }

    /// <summary>The place of each sorted draw in the original order.</summary>
    public int[] Order { get; }

    /// <summary>Sorts a copy of <paramref name="draws"/>.</summary>
    public static SortedDraws Of(ReadOnlySpan<double> draws)
    {
        var values = draws.ToArray();
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(values, order);
        return new SortedDraws(values, order);
    }

    /// <summary>
    /// |x − median| in ascending order, in linear time: the distances grow from the median both ways, so that the two sides need only be merged.
    /// </summary>
    public SortedDraws Folded()
    {
        var median = Quantiles.OfSorted(Values, 0.5);
        var distances = new double[Values.Length];
        var order = new int[Values.Length];
        var above = Array.FindIndex(Values, value => value >= median);
        var below = above - 1;
        for (var i = 0; i < distances.Length; i++)
        {
            var takesBelow = above >= Values.Length || (below >= 0 && median - Values[below] < Values[above] - median);
            var taken = takesBelow ? below-- : above++;
            distances[i] = Math.Abs(Values[taken] - median);
            order[i] = Order[taken];
        }

        return new SortedDraws(distances, order);
    }
}
