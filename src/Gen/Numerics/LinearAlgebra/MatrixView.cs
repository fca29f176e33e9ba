using System;

namespace Gen.Numerics;

/// <summary>A matrix in memory that others own: element [i, j] is at <c>i * rowStride + j * columnStride</c>.</summary>
internal readonly ref struct MatrixView(ReadOnlySpan<double> values, int rowStride, int columnStride = 1)
{
    /// <summary>The elements, from [0, 0] on.</summary>
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>The distance between neighbours in a column.</summary>
    public int RowStride { get; } = rowStride;

    /// <summary>The distance between neighbours in a row.</summary>
    public int ColumnStride { get; } = columnStride;

    /// <summary>An element.</summary>
    public double this[int row, int column] => Values[row * RowStride + column * ColumnStride];

    /// <summary>The same elements with rows and columns exchanged.</summary>
    public MatrixView Transposed => new(Values, ColumnStride, RowStride);

    /// <summary>The part that begins at an element.</summary>
    public MatrixView From(int row, int column) => new(Values[(row * RowStride + column * ColumnStride)..], RowStride, ColumnStride);
}
