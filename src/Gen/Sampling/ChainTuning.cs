namespace Gen.Sampling;

/// <summary>What the tuning of one chain of d coordinates arrived at.</summary>
/// <param name="StepSize">The step size, before jitter.</param>
/// <param name="InverseMass">The inverse mass matrix M⁻¹: its diagonal (length d), or all of it (length d², row-major) when it is dense.</param>
public sealed record ChainTuning(double StepSize, double[] InverseMass)
{
    /// <summary>
    /// The directions U of a low-rank metric, a row each (k × d, row-major), orthonormal in coordinates that are divided by <see cref="Scales"/>; none for others.
    /// </summary>
    public double[] Directions { get; init; } = [];

    /// <summary>The variances λ of the scaled coordinates in these directions (length k): M⁻¹ = S (I + Uᵀ (diag λ − I) U) S.</summary>
    public double[] Variances { get; init; } = [];

    /// <summary>The diagonal of S (length d), where there are directions.</summary>
    public double[] Scales { get; init; } = [];

    /// <summary>
    /// λ of each coordinate (length d) where tuning chose how latents are centred (<see cref="Gen.Centering.Auto"/>), from 0, not centred, to 1, centred, which is that of
    /// all other coordinates too; empty where it had nothing to choose. Step size and mass are those of the coordinates that were sampled.
    /// </summary>
    public double[] Centering { get; init; } = [];
}
