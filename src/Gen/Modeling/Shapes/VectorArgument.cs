using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Gen;

/// <summary>
/// An argument that is a vector or a number: what a function or distribution of vectors takes, so that one signature serves every mix. It is
/// never written by name; numbers, vectors and integer arrays convert to it.
/// </summary>
[CollectionBuilder(typeof(VectorArgument), nameof(FromSpan))]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VectorArgument
{
    private readonly double[]? values;
    private readonly double scalar;

    private VectorArgument(double[]? values, double scalar)
    {
        this.values = values;
        this.scalar = scalar;
        IsGiven = true;
    }

    /// <summary>False for an optional argument that was left out.</summary>
    internal bool IsGiven { get; }

    /// <summary>The number of elements, or −1 for a number.</summary>
    internal int Length => values?.Length ?? -1;

    internal double this[int index] => values is null ? scalar : values[index];

    /// <summary>The elements; empty for a number.</summary>
    internal ReadOnlySpan<double> Values => values;

    /// <summary>A number, which meets every element.</summary>
    public static implicit operator VectorArgument(double value) => new(null, value);

    /// <summary>A vector.</summary>
    public static implicit operator VectorArgument(Vector value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new VectorArgument(value.Owned, 0);
    }

    /// <summary>A vector of whole numbers.</summary>
    public static implicit operator VectorArgument(int[] value) => (Vector)value;

    /// <summary>A vector.</summary>
    public static implicit operator VectorArgument(double[] value) => (Vector)value;

    /// <summary>A vector from a collection expression.</summary>
    public static VectorArgument FromSpan(ReadOnlySpan<double> values) => new(values.ToArray(), 0);

    /// <summary>The elements, which makes collection expressions possible.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(values ?? [scalar])).GetEnumerator();
}
