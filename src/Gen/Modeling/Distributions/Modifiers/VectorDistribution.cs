using System;
using System.ComponentModel;

namespace Gen;

/// <summary>
/// An argument that is a distribution of a number or independent ones along a vector: what a modifier of vectors takes. It is never written by
/// name; distributions convert to it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VectorDistribution
{
    private VectorDistribution(IndependentElements elements, bool isVector) => (Elements, IsVector) = (elements, isVector);

    internal IndependentElements Elements { get; }

    /// <summary>Whether it has a length of its own.</summary>
    internal bool IsVector { get; }

    /// <summary>A distribution of a number, which meets every element.</summary>
    public static implicit operator VectorDistribution(Distribution<double> value)
    {
        return new VectorDistribution(IndependentElements.Of(value), false);
    }

    /// <summary>Independent distributions along a vector.</summary>
    public static implicit operator VectorDistribution(Elementwise<Vector> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new VectorDistribution(value.Elements, true);
    }
}
