using System;
using Gen.Sampling;

namespace Gen.Models;

/// <summary>
/// A log-density with some coordinates held fixed: a function of the free ones alone. Up to a constant it is the log-density of the free
/// coordinates given the fixed ones.
/// </summary>
internal sealed class FixedCoordinates : ILogDensity
{
    private readonly ILogDensity inner;
    private readonly int[] free;
    private readonly double[] position;
    private readonly double[] innerGradient;

    /// <summary>Fixes every coordinate of <paramref name="origin"/> but those numbered in <paramref name="free"/>.</summary>
    public FixedCoordinates(ILogDensity inner, ReadOnlySpan<double> origin, int[] free)
    {
        this.inner = inner;
        this.free = free;
        position = origin.ToArray();
        innerGradient = new double[position.Length];
    }

    /// <inheritdoc/>
    public int Dimension => free.Length;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        Expand(position, free, this.position);
        var value = inner.Evaluate(this.position, innerGradient);
        for (var i = 0; i < free.Length; i++)
        {
            gradient[i] = innerGradient[free[i]];
        }

        return value;
    }

    /// <summary>Writes the free coordinates into their places.</summary>
    public static void Expand(ReadOnlySpan<double> position, ReadOnlySpan<int> free, Span<double> whole)
    {
        for (var i = 0; i < free.Length; i++)
        {
            whole[free[i]] = position[i];
        }
    }
}
