using System;
using Gen.Numerics;

namespace Gen.Approximations;

/// <summary>A distribution on the unconstrained scale that is known and can be drawn from: what stands in a posterior's place. It serves one thread.</summary>
internal interface IDistributionOfPositions
{
    /// <summary>The number of unconstrained coordinates.</summary>
    int Dimension { get; }

    /// <summary>Draws a position; returns the logarithm of its density.</summary>
    double Draw(RandomStream random, Span<double> position);

    /// <summary>The logarithm of its density at a position.</summary>
    double LogDensity(ReadOnlySpan<double> position);
}
