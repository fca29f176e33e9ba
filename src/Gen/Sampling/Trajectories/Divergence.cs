namespace Gen.Sampling;

/// <summary>A trajectory that diverged.</summary>
/// <param name="Chain">The chain, from 0.</param>
/// <param name="Draw">The kept draw, from 0.</param>
/// <param name="Position">The unconstrained point from which the diverging step was taken.</param>
public sealed record Divergence(int Chain, int Draw, double[] Position)
{
    /// <summary>Whether the density, or its slope, was not defined where the step ended, rather than the energy not kept.</summary>
    public bool IsAbrupt { get; init; }
}
