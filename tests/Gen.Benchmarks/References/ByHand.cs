using System;
using Gen.Sampling;

namespace Gen.Benchmarks.References;

/// <summary>A log-density written by hand, as one would without a compiler.</summary>
internal abstract class ByHand(int dimension) : ILogDensity
{
    /// <summary>log √(2π).</summary>
    protected const double HalfLogTwoPi = 0.91893853320467274;

    /// <summary>log √(2/π): the constant of a half-normal of scale 1.</summary>
    protected const double HalfNormalConstant = -0.22579135264472744;

    public int Dimension => dimension;

    public abstract double Evaluate(ReadOnlySpan<double> position, Span<double> gradient);
}
