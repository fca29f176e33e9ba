using System;
using Gen.Sampling;

namespace Gen.Models;

/// <summary>
/// A log-density with some coordinates held fixed: a function of the free ones alone. Up to a constant it is the log-density of the free
/// coordinates given the fixed ones.
/// </summary>
internal sealed class FixedCoordinates : IRecentering, IConstrained
{
    private readonly string model;
    private readonly ILogDensity inner;
    private readonly int[] free;
    private readonly double[] position;
    private readonly double[] innerGradient;
    private readonly double[] written, centering, coordinates, locations, logScales;

    /// <summary>Fixes every coordinate of <paramref name="origin"/> but those numbered in <paramref name="free"/>.</summary>
    public FixedCoordinates(string model, ILogDensity inner, ReadOnlySpan<double> origin, int[] free)
    {
        this.model = model;
        this.inner = inner;
        this.free = free;
        position = origin.ToArray();
        innerGradient = new double[position.Length];
        (written, coordinates) = (new double[position.Length], new double[position.Length]);
        (locations, logScales) = (new double[position.Length], new double[position.Length]);
        Array.Fill(written, double.NaN);
        (inner as IRecentering)?.Mark(written);
        centering = [.. written];
    }

    /// <inheritdoc/>
    public int Dimension => free.Length;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        DataCheck.Coordinates(model, Dimension, position, gradient);
        Expand(position, free, this.position);
        var value = inner.Evaluate(this.position, innerGradient);
        for (var i = 0; i < free.Length; i++)
        {
            gradient[i] = innerGradient[free[i]];
        }

        return value;
    }

    /// <inheritdoc/>
    /// <remarks>That of what is fixed is a constant, unless it ends with others.</remarks>
    public double LogJacobian(ReadOnlySpan<double> position, Span<double> gradient)
    {
        if (inner is not IConstrained constrained)
        {
            gradient.Clear();
            return 0;
        }

        Expand(position, free, this.position);
        var value = constrained.LogJacobian(this.position, innerGradient);
        for (var i = 0; i < free.Length; i++)
        {
            gradient[i] = innerGradient[free[i]];
        }

        return value;
    }

    /// <inheritdoc/>
    public void Mark(Span<double> written)
    {
        for (var i = 0; i < free.Length; i++)
        {
            written[i] = double.IsNaN(this.written[free[i]]) ? written[i] : this.written[free[i]];
        }
    }

    /// <inheritdoc/>
    /// <remarks>What is fixed stays as it is written.</remarks>
    public double Center(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, Span<double> coordinates, Span<double> locations, Span<double> logScales)
    {
        Expand(position, free, this.position);
        Expand(centering, free, this.centering);
        Expand(coordinates, free, this.coordinates);
        var logJacobian = ((IRecentering)inner).Center(this.position, this.centering, this.coordinates, this.locations, this.logScales);
        for (var i = 0; i < free.Length; i++)
        {
            (coordinates[i], locations[i], logScales[i]) = (this.coordinates[free[i]], this.locations[free[i]], this.logScales[free[i]]);
        }

        return logJacobian;
    }

    /// <inheritdoc/>
    public void Pull(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        Expand(position, free, this.position);
        Expand(centering, free, this.centering);
        Array.Clear(coordinates);
        Expand(slopes, free, coordinates);
        ((IRecentering)inner).Pull(this.position, this.centering, coordinates, innerGradient);
        for (var i = 0; i < free.Length; i++)
        {
            gradient[i] = innerGradient[free[i]];
        }
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
