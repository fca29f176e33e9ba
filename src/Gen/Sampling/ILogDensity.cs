using System;

namespace Gen.Sampling;

/// <summary>
/// A log-density on unconstrained space with its gradient: all that a sampler knows of a model. An instance owns its buffers and serves one
/// thread at a time (not always the same one, when there are more chains than threads); a model makes one for each chain.
/// </summary>
public interface ILogDensity
{
    /// <summary>The number of unconstrained coordinates.</summary>
    int Dimension { get; }

    /// <summary>The log-density at <paramref name="position"/>; fills <paramref name="gradient"/>. Both have length <see cref="Dimension"/>. Allocates nothing.</summary>
    double Evaluate(ReadOnlySpan<double> position, Span<double> gradient);
}
