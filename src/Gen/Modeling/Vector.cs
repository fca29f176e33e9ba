using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Gen;

/// <summary>A dense vector of doubles. Operators are elementwise; a scalar meets any vector.</summary>
[CollectionBuilder(typeof(Vector), nameof(FromSpan))]
public sealed partial class Vector : IReadOnlyList<double>
{
    private readonly double[] values;

    /// <summary>A vector of <paramref name="length"/> zeros.</summary>
    public Vector(int length) => values = new double[length];

    /// <summary>A vector over <paramref name="values"/>, which it copies.</summary>
    public Vector(ReadOnlySpan<double> values) => this.values = values.ToArray();

    private Vector(double[] owned) => values = owned;

    /// <summary>The number of elements.</summary>
    public int Length => values.Length;

    /// <summary>The element at <paramref name="index"/>.</summary>
    public double this[int index]
    {
        get => values[index];
        set => values[index] = value;
    }

    int IReadOnlyCollection<double>.Count => values.Length;

    /// <summary>The elements without a copy.</summary>
    public ReadOnlySpan<double> AsSpan() => values;

    /// <summary>The elements, copied.</summary>
    public double[] ToArray() => [.. values];

    /// <summary>Wraps <paramref name="values"/> without a copy.</summary>
    internal static Vector Wrap(double[] values) => new(values);

    /// <summary>A vector over a copy of <paramref name="values"/>.</summary>
    public static implicit operator Vector(double[] values) => new((ReadOnlySpan<double>)values);

    /// <summary>A vector from a collection expression.</summary>
    public static Vector FromSpan(ReadOnlySpan<double> values) => new(values);

    /// <summary>The elements in order.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();
}
