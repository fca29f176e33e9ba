using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>Matrix products of any strides: C += s A B, on the widest lanes that the processor has.</summary>
/// <remarks>
/// Goto and van de Geijn (2008), "Anatomy of high-performance matrix multiplication", with the right factor alone copied into panels: the left one
/// is read a number at a time, so its order in memory matters little.
/// </remarks>
internal static class BlockedProduct
{
    // A panel of 128 by 24 numbers takes 24 KB, which leaves room in a first-level cache of 32 KB.
    private const int Depth = 128;

    // Below it, copying costs more than it saves.
    private const int SmallestWork = 4096;

    /// <summary>Adds <paramref name="scale"/> times the product to <paramref name="sum"/>, row-major with rows <paramref name="stride"/> apart.</summary>
    public static void Add(
        double scale, int rows, int columns, int inner, MatrixView left, MatrixView right, Span<double> sum, int stride)
    {
        if (columns == 1 && stride == 1 && right.RowStride == 1 && (left.ColumnStride == 1 || left.RowStride == 1))
            AddToColumn(scale, rows, inner, left, right.Values, sum);
        else if ((long)rows * columns * inner < SmallestWork || rows < ProductTile.Rows)
            AddDirectly(scale, rows, columns, inner, left, right, sum, stride);
        else if (Vector512.IsHardwareAccelerated && columns >= Lanes512.Count)
            Add<Lanes512>(scale, rows, columns, inner, left, right, sum, stride);
        else if (Vector256.IsHardwareAccelerated)
            Add<Lanes256>(scale, rows, columns, inner, left, right, sum, stride);
        else
            Add<Lanes128>(scale, rows, columns, inner, left, right, sum, stride);
    }

    private static void AddToColumn(double scale, int rows, int inner, MatrixView left, ReadOnlySpan<double> right, Span<double> sum)
    {
        if (left.ColumnStride == 1)
        {
            for (var i = 0; i < rows; i++)
                sum[i] += scale * RowOperations.Dot(left.Values.Slice(i * left.RowStride, inner), right);
            return;
        }

        for (var k = 0; k < inner; k++)
            RowOperations.AddScaled(scale * right[k], left.Values.Slice(k * left.ColumnStride, rows), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddDirectly(
        double scale, int rows, int columns, int inner, MatrixView left, MatrixView right, Span<double> sum, int stride)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = sum.Slice(i * stride, columns);
            if (right.ColumnStride == 1)
            {
                for (var k = 0; k < inner; k++)
                    RowOperations.AddScaled(scale * left[i, k], right.Values.Slice(k * right.RowStride, columns), row);
            }
            else
            {
                for (var j = 0; j < row.Length; j++)
                {
                    var product = 0.0;
                    for (var k = 0; k < inner; k++)
                        product += left[i, k] * right[k, j];
                    row[j] += scale * product;
                }
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<V>(
        double scale, int rows, int columns, int inner, MatrixView left, MatrixView right, Span<double> sum, int stride)
        where V : struct, ILanes<V>
    {
        Span<double> panel = stackalloc double[Depth * 3 * V.Count];
        Span<double> tile = stackalloc double[ProductTile.Rows * 3 * V.Count];
        for (var k = 0; k < inner; k += Depth)
        {
            var depth = Math.Min(Depth, inner - k);
            for (int j = 0, width; j < columns; j += width)
            {
                width = columns - j > 2 * V.Count ? 3 * V.Count : V.Count;
                var present = Math.Min(width, columns - j);
                Pack(right.Values[(k * right.RowStride + j * right.ColumnStride)..], right, depth, present, width, panel);
                for (var i = 0; i < rows; i += ProductTile.Rows)
                {
                    var starts = Starts(left, i, k, rows);
                    if (present == width && i + ProductTile.Rows <= rows)
                    {
                        AddTile<V>(scale, depth, left.Values, starts, panel, width, sum, i * stride + j, stride);
                        continue;
                    }

                    tile.Clear();
                    AddTile<V>(scale, depth, left.Values, starts, panel, width, tile, 0, width);
                    for (var row = 0; row < Math.Min(ProductTile.Rows, rows - i); row++)
                    {
                        var target = sum.Slice((i + row) * stride + j, present);
                        for (var column = 0; column < target.Length; column++)
                            target[column] += tile[row * width + column];
                    }
                }
            }
        }
    }

    // Beyond the last row a tile repeats it; what comes of it is dropped.
    private static ProductTile.RowStarts Starts(MatrixView left, int row, int column, int rows)
    {
        var (stride, offset, last) = (left.RowStride, column * left.ColumnStride, rows - 1);
        return new ProductTile.RowStarts(
            row * stride + offset,
            Math.Min(row + 1, last) * stride + offset,
            Math.Min(row + 2, last) * stride + offset,
            Math.Min(row + 3, last) * stride + offset,
            left.ColumnStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTile<V>(
        double scale,
        int depth,
        ReadOnlySpan<double> left,
        ProductTile.RowStarts starts,
        ReadOnlySpan<double> panel,
        int width,
        Span<double> sum,
        int at,
        int stride)
        where V : struct, ILanes<V>
    {
        if (width == V.Count)
            ProductTile.AddNarrow<V>(scale, depth, left, starts, panel, sum, at, stride);
        else
            ProductTile.AddWide<V>(scale, depth, left, starts, panel, sum, at, stride);
    }

    // Columns that are not there become zeros.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack(ReadOnlySpan<double> from, MatrixView right, int depth, int present, int width, Span<double> panel)
    {
        if (present < width)
            panel[..(depth * width)].Clear();

        if (right.ColumnStride == 1)
        {
            for (var k = 0; k < depth; k++)
                from.Slice(k * right.RowStride, present).CopyTo(panel[(k * width)..]);
            return;
        }

        for (var j = 0; j < present; j++)
        {
            for (var k = 0; k < depth; k++)
                panel[k * width + j] = from[k * right.RowStride + j * right.ColumnStride];
        }
    }
}
