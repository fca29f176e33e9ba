using System;
using Gen.Sampling;

namespace Gen.Posteriors.Tests.References;

/// <summary>A log-density over coordinates in another order: <c>places[i]</c> is where the inner one's coordinate i stands.</summary>
public sealed class ReorderedDensity(ILogDensity inner, int[] places) : ILogDensity
{
    private readonly double[] own = new double[places.Length];
    private readonly double[] slopes = new double[places.Length];

    /// <inheritdoc/>
    public int Dimension => inner.Dimension;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = position[places[i]];
        }

        var value = inner.Evaluate(own, slopes);
        for (var i = 0; i < own.Length; i++)
        {
            gradient[places[i]] = slopes[i];
        }

        return value;
    }
}
