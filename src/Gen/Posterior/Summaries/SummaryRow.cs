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
    /// <summary>Whether every draw is a finite number.</summary>
    internal bool IsFinite => double.IsFinite(Mean) && double.IsFinite(Sd);

    internal static SummaryRow Of(string name, ReadOnlySpan<double> draws, int chains, double probability)
    {
        var (lower, upper) = HighestDensityInterval.Of(draws, probability);
        return new SummaryRow(
            name,
            Moments.Mean(draws),
            Moments.Sd(draws),
            lower,
            upper,
            MonteCarloError.OfMean(draws, chains),
            MonteCarloError.OfSd(draws, chains),
            EffectiveSampleSize.Bulk(draws, chains),
            EffectiveSampleSize.Tail(draws, chains),
            PotentialScaleReduction.Of(draws, chains));
    }
}
