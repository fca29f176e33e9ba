using System;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>The log-density of the latents themselves, at an unconstrained position: that on the unconstrained scale without the logarithm of the map's Jacobian.</summary>
internal sealed class LatentDensity(ILogDensity density) : ILogDensity
{
    private readonly double[] widening = new double[density.Dimension];

    /// <inheritdoc/>
    public int Dimension => density.Dimension;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var value = density.Evaluate(position, gradient);
        if (density is not IConstrained constrained)
            return value;
        value -= constrained.LogJacobian(position, widening);
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] -= widening[i];
        return value;
    }
}
