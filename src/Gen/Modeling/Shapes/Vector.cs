using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Gen;

/// <summary>A dense vector of doubles. Operators are elementwise; a scalar meets any vector.</summary>
[CollectionBuilder(typeof(Vector), nameof(FromSpan))]
public sealed partial class Vector : IReadOnlyList<double>
{
    private readonly double[] values;
    private readonly bool isReadOnly;

    /// <summary>A vector of <paramref name="length"/> zeros.</summary>
    public Vector(int length) => values = new double[length];

    /// <summary>A vector over <paramref name="values"/>, which it copies.</summary>
    public Vector(ReadOnlySpan<double> values) => this.values = values.ToArray();

    private Vector(double[] owned, bool isReadOnly = false) => (values, this.isReadOnly) = (owned, isReadOnly);

    /// <summary>The number of elements.</summary>
    public int Length => values.Length;

    /// <summary>Whether elements cannot be set: so it is with vectors that belong to a model or to what came of one.</summary>
    public bool IsReadOnly => isReadOnly;

    /// <summary>These elements for good: a copy whose elements cannot be set, or the vector itself where its own cannot.</summary>
    public Vector ToReadOnly() => isReadOnly ? this : new(ToArray(), isReadOnly: true);

    /// <summary>The element at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is outside the vector.</exception>
    /// <exception cref="InvalidOperationException">An element of a read-only vector is set.</exception>
    public double this[int index]
    {
        get => (uint)index < (uint)values.Length ? values[index] : throw Outside(index);
        set
        {
            RequireWritable();
            if ((uint)index >= (uint)values.Length)
            {
                throw Outside(index);
            }

            values[index] = value;
        }
    }

    int IReadOnlyCollection<double>.Count => values.Length;

    /// <summary>The elements without a copy.</summary>
    public ReadOnlySpan<double> AsSpan() => values;

    /// <summary>The elements, copied.</summary>
    public double[] ToArray() => [.. values];

    /// <summary>The storage itself, for those who only read it.</summary>
    internal double[] Owned => values;

    /// <summary>Wraps <paramref name="values"/> without a copy.</summary>
    internal static Vector Wrap(double[] values) => new(values);

    /// <summary>A vector over a copy of <paramref name="values"/>.</summary>
    public static implicit operator Vector(double[] values) => new((ReadOnlySpan<double>)values);

    /// <summary>A vector of counts, classes or indices as real numbers.</summary>
    public static implicit operator Vector(int[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new Vector(Array.ConvertAll(values, value => (double)value));
    }

    /// <summary>A vector from a collection expression.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Vector FromSpan(ReadOnlySpan<double> values) => new(values);

    /// <summary>The elements in order.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();

    /// <summary>The elements between brackets; of a long vector the first ten and how many there are.</summary>
    public override string ToString() => Numbers.Text(values);

    private void RequireWritable()
    {
        if (isReadOnly)
        {
            throw Numbers.ReadOnly("vector", "v[..]");
        }
    }

    private IndexOutOfRangeException Outside(int index) =>
        new($"Index {index} is outside a vector of {Length} elements: {GroupIndices.Range(Length)}");
}
