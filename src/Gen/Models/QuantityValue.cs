using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace Gen.Models;

/// <summary>The value of a quantity of any shape, or none: what generated code passes by name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct QuantityValue
{
    private QuantityValue(int[] shape, double[] elements)
    {
        Shape = shape;
        Elements = elements;
    }

    /// <summary>Its extents: none for a scalar.</summary>
    internal int[]? Shape { get; }

    /// <summary>Its elements row by row, or null where no value was given.</summary>
    internal double[]? Elements { get; }

    /// <summary>A scalar.</summary>
    public static implicit operator QuantityValue(double? value) => value is { } number ? new([], [number]) : default;

    /// <summary>A whole number.</summary>
    public static implicit operator QuantityValue(int? value) => (double?)value;

    /// <summary>A vector, copied.</summary>
    public static implicit operator QuantityValue(Vector? value) => value is null ? default : new([value.Length], value.ToArray());

    /// <summary>A matrix, copied.</summary>
    public static implicit operator QuantityValue(Matrix? value) =>
        value is null ? default : new([value.Rows, value.Columns], value.AsSpan().ToArray());

    /// <summary>A matrix of whole numbers, copied.</summary>
    public static implicit operator QuantityValue(int[,]? value) => value is null ? default : (QuantityValue)(Matrix)value;

    /// <summary>Whole numbers, copied.</summary>
    public static implicit operator QuantityValue(int[]? value) =>
        value is null ? default : new([value.Length], [.. value.Select(element => (double)element)]);

    /// <summary>The values that were given, by name.</summary>
    public static IReadOnlyDictionary<string, double[]> Collect(params ReadOnlySpan<(string Name, QuantityValue Value)> values)
    {
        var given = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value.Elements is { } elements)
            {
                given.Add(name, elements);
            }
        }

        return given;
    }
}
