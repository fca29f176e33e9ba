using System;

namespace Gen.Optimization;

/// <summary>A function to minimise, with its gradient: all that an optimiser knows. An instance may own buffers; it serves one thread.</summary>
public interface IObjectiveFunction
{
    /// <summary>The number of variables.</summary>
    int Dimension { get; }

    /// <summary>The value at <paramref name="x"/>; fills <paramref name="gradient"/>. Both have length <see cref="Dimension"/>. Allocates nothing.</summary>
    double Evaluate(ReadOnlySpan<double> x, Span<double> gradient);
}
