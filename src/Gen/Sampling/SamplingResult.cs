using System;
using System.Collections.Generic;

namespace Gen.Sampling;

/// <summary>The draws of all chains on the unconstrained scale, and how they came about.</summary>
public sealed class SamplingResult
{
    /// <summary>A result over arrays that it keeps.</summary>
    internal SamplingResult(
        int dimension,
        double[] positions,
        SampleStatistics statistics,
        IReadOnlyList<Divergence> divergences,
        IReadOnlyList<ChainTuning> tuning,
        bool cancelled)
    {
        Dimension = dimension;
        Positions = positions;
        Statistics = statistics;
        Divergences = divergences;
        Tuning = tuning;
        Cancelled = cancelled;
    }

    /// <summary>The number of chains.</summary>
    public int Chains => Statistics.Chains;

    /// <summary>
    /// The number of kept draws of each chain: as asked for or, when sampling was cancelled, as many as every chain has (possibly none). Further draws of
    /// chains that were ahead are dropped.
    /// </summary>
    public int DrawsPerChain => Statistics.DrawsPerChain;

    /// <summary>The number of unconstrained coordinates.</summary>
    public int Dimension { get; }

    /// <summary>The draws, chain-major: coordinate i of draw t of chain c is at (c · DrawsPerChain + t) · Dimension + i.</summary>
    public double[] Positions { get; }

    /// <summary>What was recorded for each draw.</summary>
    public SampleStatistics Statistics { get; }

    /// <summary>Where kept draws diverged, by chain and draw.</summary>
    public IReadOnlyList<Divergence> Divergences { get; }

    /// <summary>What each chain's tuning arrived at.</summary>
    public IReadOnlyList<ChainTuning> Tuning { get; }

    /// <summary>Whether sampling was cancelled before all draws were made.</summary>
    public bool Cancelled { get; }

    /// <summary>Draw number <paramref name="draw"/> of chain <paramref name="chain"/>, of length <see cref="Dimension"/>.</summary>
    public ReadOnlySpan<double> Position(int chain, int draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chain);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chain, Chains);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(draw, DrawsPerChain);
        return Positions.AsSpan((chain * DrawsPerChain + draw) * Dimension, Dimension);
    }
}
