using System;

namespace Gen;

/// <summary>R-hat: how much wider the draws of all chains together are than those of one.</summary>
/// <remarks>Vehtari et al. (2021), Bayesian Analysis 16; equal to ArviZ's <c>rhat(method="rank")</c> and to R posterior's <c>rhat</c>.</remarks>
internal static class PotentialScaleReduction
{
    /// <summary>
    /// The larger of the split R-hats of the normal scores and of the folded normal scores; NaN for one chain, for fewer than four draws,
    /// and for draws that are not finite or all equal.
    /// </summary>
    public static double Of(ReadOnlySpan<double> values, int chains)
    {
        if (!SplitChains.AreDiagnosable(values, chains, leastChains: 2))
            return double.NaN;

        var halves = SortedDraws.Of(SplitChains.Of(values, chains));
        return OfScores(RankNormalization.Scores(halves), RankNormalization.Scores(halves.Folded()), 2 * chains);
    }

    /// <summary>The larger of the R-hats of the normal scores and of the folded normal scores of half-chains.</summary>
    public static double OfScores(ReadOnlySpan<double> scores, ReadOnlySpan<double> foldedScores, int chains)
    {
        var bulk = Classic(scores, chains);
        var folded = Classic(foldedScores, chains);
        return double.IsNaN(folded) ? bulk : Math.Max(bulk, folded);
    }

    /// <summary>√((B/W + n − 1)/n) of Gelman and Rubin (1992), without splitting or ranks.</summary>
    public static double Classic(ReadOnlySpan<double> values, int chains)
    {
        var length = values.Length / chains;
        Span<double> means = chains <= 64 ? stackalloc double[chains] : new double[chains];
        var within = 0.0;
        for (var c = 0; c < chains; c++)
        {
            var chain = values.Slice(c * length, length);
            means[c] = Moments.Mean(chain);
            within += Moments.Variance(chain) / chains;
        }

        var between = length * Moments.Variance(means);
        return Math.Sqrt((between / within + length - 1) / length);
    }
}
