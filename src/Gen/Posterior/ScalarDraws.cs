using System;

namespace Gen;

/// <summary>The draws of a scalar, or of one element of a vector or matrix.</summary>
public sealed class ScalarDraws : Draws
{
    /// <summary>The draws of <paramref name="name"/>: <paramref name="values"/> holds chain after chain, all of one length.</summary>
    /// <exception cref="ArgumentException">The values do not divide into <paramref name="chains"/> chains.</exception>
    public ScalarDraws(string name, double[] values, int chains) : this(name, (ReadOnlyMemory<double>)values, chains)
    {
    }

    internal ScalarDraws(string name, ReadOnlyMemory<double> values, int chains) : base(name, values, chains, 1)
    {
    }

    /// <summary>The mean of the draws.</summary>
    public double Mean => Moments.Mean(Values);

    /// <summary>The standard deviation of the draws (divisor: draws − 1).</summary>
    public double Sd => Moments.Sd(Values);

    /// <summary>The median of the draws.</summary>
    public double Median => Quantile(0.5);

    /// <summary>R-hat: rank-normalised, split, the larger of bulk and folded. Above 1.01 the chains have not mixed.</summary>
    public double Rhat => PotentialScaleReduction.Of(Values, Chains);

    /// <summary>The effective sample size for the bulk of the distribution.</summary>
    public double EssBulk => EffectiveSampleSize.Bulk(Values, Chains);

    /// <summary>The effective sample size for its tails: the smaller of those at the 5 % and the 95 % quantile.</summary>
    public double EssTail => EffectiveSampleSize.Tail(Values, Chains);

    /// <summary>The Monte Carlo standard error of <see cref="Mean"/>.</summary>
    public double McseMean => MonteCarloError.OfMean(Values, Chains);

    /// <summary>The Monte Carlo standard error of <see cref="Sd"/>.</summary>
    public double McseSd => MonteCarloError.OfSd(Values, Chains);

    /// <summary>The quantile at <paramref name="probability"/> in [0, 1], interpolated between order statistics (type 7).</summary>
    public double Quantile(double probability) => Quantiles.Of(Values, probability);

    /// <summary>The Monte Carlo standard error of <see cref="Quantile"/> at <paramref name="probability"/>.</summary>
    public double McseQuantile(double probability) => MonteCarloError.OfQuantile(Values, Chains, probability);

    /// <summary>The narrowest interval that holds <paramref name="probability"/> of the draws.</summary>
    public (double Lower, double Upper) Hdi(double probability = 0.94) => HighestDensityInterval.Of(Values, probability);

    /// <summary>The share of draws for which <paramref name="predicate"/> holds: its posterior probability.</summary>
    public double Probability(Func<double, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var count = 0;
        foreach (var value in Values)
            count += predicate(value) ? 1 : 0;
        return (double)count / Count;
    }

    /// <summary>The Monte Carlo standard error of <see cref="Probability"/>; 0 where all draws agree, which says little.</summary>
    /// <remarks>A probability is the mean of an indicator, and this is that mean's error.</remarks>
    public double McseProbability(Func<double, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var indicator = new double[Count];
        for (var i = 0; i < indicator.Length; i++)
            indicator[i] = predicate(Values[i]) ? 1 : 0;
        return MonteCarloError.OfMean(indicator, Chains);
    }

    /// <summary>The draws of one chain in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chain.</exception>
    public ReadOnlySpan<double> Chain(int chain)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chain);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chain, Chains);
        return Values.Slice(chain * DrawsPerChain, DrawsPerChain);
    }

    /// <summary>The value at draw <paramref name="draw"/> of chain <paramref name="chain"/>.</summary>
    public double At(int chain, int draw) => Value(0, chain, draw);

    /// <inheritdoc/>
    public override string Label(int element) =>
        element == 0 ? Name : throw new ArgumentOutOfRangeException(nameof(element), element, $"{Name} is a scalar.");
}
