using System;

namespace Gen;

/// <summary>The summary of one element of a quantity, unrounded.</summary>
/// <param name="Name">The element: <c>a</c>, <c>theta[3]</c>, <c>beta[burstiness]</c>, <c>w[2,1]</c>.</param>
/// <param name="Mean">The mean of the draws.</param>
/// <param name="Sd">Their standard deviation (divisor: draws − 1).</param>
/// <param name="HdiLower">The lower end of the highest-density interval.</param>
/// <param name="HdiUpper">Its upper end.</param>
/// <param name="McseMean">The Monte Carlo standard error of the mean.</param>
/// <param name="McseSd">The Monte Carlo standard error of the standard deviation.</param>
/// <param name="EssBulk">The effective sample size for the bulk.</param>
/// <param name="EssTail">The effective sample size for the tails.</param>
/// <param name="Rhat">Rank-normalised split R-hat; NaN for one chain, or where all draws are equal.</param>
public sealed record SummaryRow(
    string Name,
    double Mean,
    double Sd,
    double HdiLower,
    double HdiUpper,
    double McseMean,
    double McseSd,
    double EssBulk,
    double EssTail,
    double Rhat)
{
    /// <summary>Whether every draw is a finite number. One draw has no standard deviation.</summary>
    internal bool IsFinite => double.IsFinite(Mean) && !double.IsInfinity(Sd);

    internal static SummaryRow Of(string name, ReadOnlySpan<double> draws, int chains, double probability)
    {
        // Sorting is most of the work, so that it is done once; an odd number of draws is split into fewer, which are sorted apart.
        var sorted = SortedDraws.Of(draws);
        var (lower, upper) = HighestDensityInterval.OfSorted(sorted.Values, probability);
        var (bulk, rhat) = (double.NaN, double.NaN);
        if (SplitChains.AreDiagnosable(draws, chains, leastChains: 1))
        {
            var halves = SplitChains.Of(draws, chains);
            var sortedHalves = halves.Length == draws.Length ? sorted : SortedDraws.Of(halves);
            var scores = RankNormalization.Scores(sortedHalves);
            bulk = EffectiveSampleSize.Core(scores, 2 * chains);
            if (chains > 1)
                rhat = PotentialScaleReduction.OfScores(scores, RankNormalization.Scores(sortedHalves.Folded()), 2 * chains);
        }

        return new SummaryRow(
            name,
            Moments.Mean(draws),
            Moments.Sd(draws),
            lower,
            upper,
            MonteCarloError.OfMean(draws, chains),
            MonteCarloError.OfSd(draws, chains),
            bulk,
            EffectiveSampleSize.Tail(draws, chains, sorted.Values),
            rhat);
    }
}
