using System;
using System.ComponentModel;

namespace Gen.Sampling;

/// <summary>A log-density of latents that do not all lie on the real line: it can tell how much their map from the unconstrained scale widens.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConstrained : ILogDensity
{
    /// <summary>The part of the log-density that is the logarithm of the map's Jacobian at <paramref name="position"/>; fills <paramref name="gradient"/> with its derivatives.</summary>
    double LogJacobian(ReadOnlySpan<double> position, Span<double> gradient);
}
