using System;
using Gen.Numerics;

namespace Gen.Approximations;

/// <summary>A normal distribution of independent coordinates on the unconstrained scale.</summary>
internal sealed class IndependentNormal : IDistributionOfPositions
{
    private readonly double[] mean, sds;
    private readonly double logScale;

    /// <summary>A distribution over arrays that it keeps.</summary>
    public IndependentNormal(double[] mean, double[] sds)
    {
        (this.mean, this.sds) = (mean, sds);
        logScale = -mean.Length * Functions.HalfLogTwoPi;
        foreach (var sd in sds)
            logScale -= Math.Log(sd);
    }

    /// <inheritdoc/>
    public int Dimension => mean.Length;

    /// <inheritdoc/>
    public double Draw(RandomStream random, Span<double> position)
    {
        var logDensity = logScale;
        for (var i = 0; i < mean.Length; i++)
        {
            var noise = random.NextNormal();
            logDensity -= 0.5 * noise * noise;
            position[i] = mean[i] + sds[i] * noise;
        }

        return logDensity;
    }

    /// <inheritdoc/>
    public double LogDensity(ReadOnlySpan<double> position)
    {
        var logDensity = logScale;
        for (var i = 0; i < mean.Length; i++)
        {
            var noise = (position[i] - mean[i]) / sds[i];
            logDensity -= 0.5 * noise * noise;
        }

        return logDensity;
    }
}
