using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Sampling;

/// <summary>Finds vectors whose elements have changed places between chains, as those of a mixture's components may that nothing else tells apart.</summary>
internal static class ExchangedLabels
{
    // Means that are so many standard deviations apart are of different elements, and those nearer than one may be of the same.
    private const double Different = 3;

    /// <summary>The names of the vectors whose means are others in the two groups of chains, and the same ones once they are sorted.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Draws> quantities, IReadOnlyList<int> chains, IReadOnlyList<int> others) =>
        [.. quantities.OfType<VectorDraws>().Where(vector => vector.Size > 1 && HasExchanged(vector, chains, others)).Select(vector => vector.Name)];

    private static bool HasExchanged(VectorDraws vector, IReadOnlyList<int> chains, IReadOnlyList<int> others)
    {
        var (means, deviation) = Summarise(vector, chains);
        var (otherMeans, otherDeviation) = Summarise(vector, others);
        var unit = Math.Max(deviation, otherDeviation);
        return Distance(means, otherMeans) > Different * unit && Distance([.. means.Order()], [.. otherMeans.Order()]) < unit;
    }

    /// <summary>The mean of each element and the largest standard deviation of an element within a chain.</summary>
    private static (double[] Means, double Deviation) Summarise(VectorDraws vector, IReadOnlyList<int> chains)
    {
        var means = new double[vector.Size];
        var deviation = 0.0;
        for (var i = 0; i < means.Length; i++)
        {
            foreach (var chain in chains)
            {
                var draws = vector.Element(i).Slice(chain * vector.DrawsPerChain, vector.DrawsPerChain);
                means[i] += Moments.Mean(draws) / chains.Count;
                deviation = Math.Max(deviation, Moments.Sd(draws));
            }
        }

        return (means, deviation);
    }

    private static double Distance(double[] means, double[] others) => means.Zip(others, static (mean, other) => Math.Abs(mean - other)).Max();
}
