using System;
using System.ComponentModel;

namespace Gen.Sampling;

/// <summary>
/// A log-density some of whose coordinates y have a location m and a scale s that other coordinates decide. Each of them may be sampled as η with
/// y = m + s^(1−λ) (η − λ m): centred, η = y, at λ = 1, and not centred, η = (y − m) / s, at λ = 0. All spans have the density's dimension.
/// </summary>
/// <remarks>Emitted. Gorinova, Moore and Hoffman (2020), "Automatic reparameterisation of probabilistic programs", section 3.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecentering : ILogDensity
{
    /// <summary>Sets what belongs to the coordinates that have a location and a scale, and leaves the others.</summary>
    void Mark(Span<bool> recentered);

    /// <summary>Writes y, m and log s of the coordinates that have them, and leaves the others; returns the logarithm of the determinant of ∂y/∂η.</summary>
    double Center(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, Span<double> centered, Span<double> locations, Span<double> logScales);

    /// <summary>Writes the derivatives, by all coordinates, of log |∂y/∂η| + Σ slope · y over the coordinates that have a location and a scale.</summary>
    void Pull(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, ReadOnlySpan<double> slopes, Span<double> gradient);
}
