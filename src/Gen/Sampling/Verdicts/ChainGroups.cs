using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Sampling;

/// <summary>Chains by where they are: two are apart where all draws of the one lie beyond all of the other in some coordinate, and each of them has settled there.</summary>
internal static class ChainGroups
{
    // The ranges of a few draws may miss each other by chance.
    private const int FewestDraws = 100;

    /// <summary>The groups, each in ascending order, and a coordinate in which the first two are apart where there are several.</summary>
    public static (IReadOnlyList<IReadOnlyList<int>> Groups, int Coordinate) Of(SamplingResult run)
    {
        var group = Enumerable.Range(0, run.Chains).ToArray();
        var (least, greatest) = (new double[run.Chains * run.Dimension], new double[run.Chains * run.Dimension]);
        if (run.DrawsPerChain < FewestDraws)
            return ([[.. group]], -1);
        for (var chain = 0; chain < run.Chains; chain++)
        {
            var low = least.AsSpan(chain * run.Dimension, run.Dimension);
            var high = greatest.AsSpan(chain * run.Dimension, run.Dimension);
            run.Position(chain, 0).CopyTo(low);
            run.Position(chain, 0).CopyTo(high);
            for (var draw = 1; draw < run.DrawsPerChain; draw++)
            {
                var position = run.Position(chain, draw);
                for (var i = 0; i < position.Length; i++)
                {
                    low[i] = Math.Min(low[i], position[i]);
                    high[i] = Math.Max(high[i], position[i]);
                }
            }
        }

        // Chains that are not apart are of one group, and so are those that are not apart from one of them.
        for (var chain = 0; chain < run.Chains; chain++)
        {
            for (var other = 0; other < chain; other++)
            {
                if (group[chain] != group[other] && Apart(chain, other) < 0)
                {
                    var (joined, into) = (group[chain], group[other]);
                    for (var k = 0; k < group.Length; k++)
                        group[k] = group[k] == joined ? into : group[k];
                }
            }
        }

        IReadOnlyList<IReadOnlyList<int>> groups =
            [.. group.Select((number, chain) => (number, chain)).GroupBy(entry => entry.number).Select(entries => (IReadOnlyList<int>)[.. entries.Select(entry => entry.chain)])];
        return (groups, groups.Count == 1 ? -1 : Apart(groups[0][0], groups[1][0]));

        // The coordinate in which two chains are farthest apart, in units of what they range over; −1 where they are not.
        int Apart(int chain, int other)
        {
            var (coordinate, farthest) = (-1, 0.0);
            for (var i = 0; i < run.Dimension; i++)
            {
                var (a, b) = (chain * run.Dimension + i, other * run.Dimension + i);
                var gap = Math.Max(least[a] - greatest[b], least[b] - greatest[a]);
                var ratio = gap / (greatest[a] - least[a] + greatest[b] - least[b]);
                if (gap > 0 && ratio > farthest && HasSettled(run, chain, i) && HasSettled(run, other, i))
                    (coordinate, farthest) = (i, ratio);
            }

            return coordinate;
        }
    }

    /// <summary>Whether the means of a chain's halves differ by less than its draws do.</summary>
    private static bool HasSettled(SamplingResult run, int chain, int coordinate)
    {
        var draws = new double[run.DrawsPerChain];
        for (var draw = 0; draw < draws.Length; draw++)
            draws[draw] = run.Position(chain, draw)[coordinate];
        var half = draws.Length / 2;
        return Math.Abs(Moments.Mean(draws.AsSpan(..half)) - Moments.Mean(draws.AsSpan(half..))) <= Moments.Sd(draws);
    }
}
