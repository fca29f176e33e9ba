using System;

namespace Gen;

// Distributions of vectors whose elements would be independent if the vector were not in a set.
public static partial class Modeling
{
    /// <summary>
    /// Increasing vectors of <paramref name="dim"/> elements: the density of independent elements with <paramref name="distribution"/>, restricted to
    /// vectors x₀ &lt; x₁ &lt; ….
    /// </summary>
    /// <remarks>
    /// The restricted density is not renormalised: it integrates to the probability of the restriction, 1 / n! here, which changes no posterior
    /// but of a parameter on which that probability depends. Draws are from the restricted density.
    /// </remarks>
    public static Distribution<Vector> Ordered(Distribution<double> distribution, Dim dim)
    {
        ArgumentNullException.ThrowIfNull(dim);
        return new VectorVariate(new OrderedVariates(IndependentElements.Of(distribution), dim));
    }

    /// <summary>
    /// Increasing vectors: the density of independent elements, each with its own distribution, restricted to vectors x₀ &lt; x₁ &lt; ….
    /// </summary>
    /// <remarks>
    /// The restricted density is not renormalised: it integrates to the probability of the restriction. A vector is drawn by drawing its elements
    /// until they increase, and refused by name where that does not happen.
    /// </remarks>
    public static Distribution<Vector> Ordered(Elementwise<Vector> distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return new VectorVariate(new OrderedVariates(distribution.Elements, distribution.Elements.Count));
    }

    /// <summary>
    /// Vectors of <paramref name="dim"/> elements whose sum is zero: the density of independent elements with <paramref name="distribution"/>,
    /// restricted to that set.
    /// </summary>
    /// <remarks>
    /// The restricted density is not renormalised: where the distribution's scale is a latent, its posterior is that of n elements, not of n − 1
    /// (PyMC's ZeroSumNormal has the factor scale · √(2π) more). Draws are from the restricted density and need normal elements; of others they
    /// are refused by name.
    /// </remarks>
    public static Distribution<Vector> ZeroSum(Distribution<double> distribution, Dim dim)
    {
        ArgumentNullException.ThrowIfNull(dim);
        return new VectorVariate(new ZeroSumVariates(IndependentElements.Of(distribution), dim));
    }
}
