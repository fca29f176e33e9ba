using System;
using Gen.Sampling;

namespace Gen.Posteriors.Tests.References;

/// <summary>
/// Our log-density at positions in Stan's coordinates: our coordinate i is Stan's at <c>places[i]</c> divided by <c>scales[i]</c>. The density stays that of
/// our coordinates.
/// </summary>
public sealed class StanCoordinates(ILogDensity inner, int[] places, double[] scales) : ILogDensity
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
            own[i] = position[places[i]] / scales[i];
        }

        var value = inner.Evaluate(own, slopes);
        for (var i = 0; i < own.Length; i++)
        {
            gradient[places[i]] = slopes[i] / scales[i];
        }

        return value;
    }
}
