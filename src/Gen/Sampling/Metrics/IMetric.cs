using System;

namespace Gen.Sampling;

/// <summary>
/// The inverse mass matrix M⁻¹ = L Lᵀ of a Euclidean Hamiltonian, as the linear map L. Momenta are kept whitened, u = Lᵀ p, so that they are
/// standard normal, the kinetic energy is ½ u·u and the U-turn criterion p♯·ρ is a plain dot product; only the two halves of a leapfrog step
/// see the metric.
/// </summary>
/// <remarks>
/// All spans have the length <see cref="PaddedLength"/> gives for <see cref="Dimension"/>, with zeros beyond the dimension: loops then need no
/// remainder, and padding never leaves zero. The whitened form is that of Neal (2011), "MCMC using Hamiltonian dynamics", section 4.1.
/// </remarks>
internal interface IMetric : ICheckpointed
{
    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>u ← u + step · Lᵀ gradient; returns u·u, twice the kinetic energy.</summary>
    double Kick(ReadOnlySpan<double> gradient, double step, Span<double> momentum);

    /// <summary>next ← position + step · L u.</summary>
    void Drift(ReadOnlySpan<double> momentum, double step, ReadOnlySpan<double> position, Span<double> next);

    /// <summary>What tuning arrived at, copied.</summary>
    ChainTuning Tuning(double stepSize);
}
