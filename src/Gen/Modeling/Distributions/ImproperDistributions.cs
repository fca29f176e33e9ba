using System.Runtime.CompilerServices;

namespace Gen;

// Improper distributions: densities without an integral of 1, for priors that leave the posterior to the data.
public static partial class Modeling
{
    /// <summary>
    /// The same density 1 for every number between <paramref name="lower"/> and <paramref name="upper"/>; an end that is left out, or infinite,
    /// is none.
    /// </summary>
    /// <remarks>
    /// It takes (lower = −∞, upper = ∞). It is improper: it has no probabilities and cannot be drawn from, so that a model that has it as a prior
    /// cannot be drawn from either unless the latent is given; and the posterior is proper only where the data make it so. In models the ends
    /// that are given must be finite.
    /// </remarks>
    public static Univariate Flat(double lower = double.NegativeInfinity, double upper = double.PositiveInfinity)
        => Scalar(Families.Flat, lower, upper);

    /// <inheritdoc cref="Flat(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Flat(VectorArgument lower = default, VectorArgument upper = default) => Along(Families.Flat, lower, upper);

    /// <inheritdoc cref="Flat(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Flat(MatrixArgument lower = default, MatrixArgument upper = default) => Over(Families.Flat, lower, upper);

    /// <summary>The same density 1 for every number from 0.</summary>
    /// <remarks>It has no parameters. It is improper, as <see cref="Flat(double, double)"/> is.</remarks>
    public static Univariate HalfFlat() => Scalar(Families.HalfFlat);
}
