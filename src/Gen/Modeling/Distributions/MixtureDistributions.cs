using System;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Gen;

// Mixtures. A Matrix of weights has a row for every element; the components are listed, or are the last axis of elementwise distributions.
public static partial class Modeling
{
    /// <summary>A mixture: the first component with probability w[0], the second with probability w[1], and so on.</summary>
    /// <param name="w">The components' probabilities, whose sum is 1.</param>
    /// <param name="components">The components, discrete ones or continuous ones.</param>
    /// <exception cref="ArgumentException">There is not one weight for each component.</exception>
    public static Univariate Mixture(Vector w, params ReadOnlySpan<Distribution<double>> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        var parts = new VectorDistribution[components.Length];
        for (var k = 0; k < parts.Length; k++)
        {
            parts[k] = components[k];
        }

        return new Univariate(Listed(w.AsSpan(), w.Length, parts, 1));
    }

    /// <summary>A mixture of as many components as a vector of distributions has elements.</summary>
    /// <param name="w">The components' probabilities, whose sum is 1.</param>
    /// <param name="components">The components.</param>
    /// <exception cref="ArgumentException">There is not one weight for each component.</exception>
    public static Univariate Mixture(Vector w, Elementwise<Vector> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(components);
        return new Univariate(Along(w.AsSpan(), w.Length, components.Elements, components.Elements.Count, 1));
    }

    /// <summary>A vector of mixtures of the same components; every element has a row of weights.</summary>
    /// <exception cref="ArgumentException">There is not one weight for each component.</exception>
    public static Elementwise<Vector> Mixture(Matrix w, Elementwise<Vector> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(components);
        return new ElementwiseVector(Along(w.AsSpan(), w.Columns, components.Elements, components.Elements.Count, w.Rows));
    }

    /// <summary>A vector of mixtures: every row of the components is an element's.</summary>
    /// <exception cref="ArgumentException">There is not one weight for each component.</exception>
    public static Elementwise<Vector> Mixture(Vector w, Elementwise<Matrix> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(components);
        return new ElementwiseVector(Along(w.AsSpan(), w.Length, components.Elements, components.Columns, components.Elements.Count / Math.Max(components.Columns, 1)));
    }

    /// <summary>A vector of mixtures: every row of the components and of the weights is an element's.</summary>
    /// <exception cref="ArgumentException">There is not one weight for each component, or not a row of them for each element.</exception>
    public static Elementwise<Vector> Mixture(Matrix w, Elementwise<Matrix> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(components);
        Require(
            w.Rows * w.Columns == components.Elements.Count,
            $"Mixture: there are {w.Rows} by {w.Columns} weights for {components.Elements.Count / Math.Max(components.Columns, 1)} by {components.Columns} components.");
        return new ElementwiseVector(Along(w.AsSpan(), w.Columns, components.Elements, components.Columns, w.Rows));
    }

    /// <summary>A vector of mixtures: an element of every component is an element's.</summary>
    /// <exception cref="ArgumentException">There is not one weight for each component, or components differ in length.</exception>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Mixture(Vector w, params ReadOnlySpan<VectorDistribution> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        return new ElementwiseVector(Listed(w.AsSpan(), w.Length, components.ToArray(), CommonShape.Length("Mixture", components)));
    }

    /// <summary>A vector of mixtures: an element of every component, with a row of weights, is an element's.</summary>
    /// <exception cref="ArgumentException">There is not one weight for each component, or components differ in length.</exception>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Mixture(Matrix w, params ReadOnlySpan<VectorDistribution> components)
    {
        ArgumentNullException.ThrowIfNull(w);
        var length = CommonShape.Length("Mixture", components);
        Require(length == 1 || length == w.Rows, $"Mixture: there are {w.Rows} rows of weights for components of {length} elements.");
        return new ElementwiseVector(Listed(w.AsSpan(), w.Columns, components.ToArray(), w.Rows));
    }

    private static MixtureElements Listed(ReadOnlySpan<double> weights, int size, VectorDistribution[] components, int count)
    {
        IndependentElements[] elements = [.. components.Select(component => component.Elements)];
        RequireWeights(size, elements.Length);
        return new MixtureElements(weights.ToArray(), size, (element, k) => new ElementComponent(elements[k], element), elements, count);
    }

    private static MixtureElements Along(ReadOnlySpan<double> weights, int size, IndependentElements components, int length, int count)
    {
        RequireWeights(size, length);
        return new MixtureElements(weights.ToArray(), size, (element, k) => new ElementComponent(components, element * size + k), [components], count);
    }

    private static void RequireWeights(int weights, int components)
    {
        Require(components > 0, "Mixture: there are no components.");
        Require(weights == components, $"Mixture: there are {weights} weights for {components} components.");
    }
}
