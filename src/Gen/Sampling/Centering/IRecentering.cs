using System;
using System.ComponentModel;

namespace Gen.Sampling;

/// <summary>
/// A log-density some of whose coordinates stand for an x with a location m and a scale s that other coordinates decide. Each of them may be sampled as η with
/// x = m + s^(1−λ) (η − λ m): centred, η = x, at λ = 1, and not centred, η = (x − m) / s, at λ = 0. The log-density's own coordinate y is η at the λ at which the model
/// is written: x itself, or (x − m) / s. All spans have the density's dimension.
/// </summary>
/// <remarks>Emitted. Gorinova, Moore and Hoffman (2020), "Automatic reparameterisation of probabilistic programs", section 3.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecentering : ILogDensity
{
    /// <summary>Writes the λ, 1 or 0, at which the coordinates that have a location and a scale are written, and leaves the others.</summary>
    void Mark(Span<double> written);

    /// <summary>Writes y, m and log s of the coordinates that have them, and leaves the others; returns the logarithm of the determinant of ∂y/∂η.</summary>
    double Center(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, Span<double> coordinates, Span<double> locations, Span<double> logScales);

    /// <summary>Writes the derivatives, by all coordinates, of log |∂y/∂η| + Σ slope · y over the coordinates that have a location and a scale.</summary>
    void Pull(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, ReadOnlySpan<double> slopes, Span<double> gradient);
}
