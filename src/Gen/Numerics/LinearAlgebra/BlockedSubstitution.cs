using System;

namespace Gen.Numerics;

/// <summary>
/// Triangular systems with several right-hand sides, the rows of a row-major matrix, solved in place: by diagonal blocks, and products for the rest.
/// </summary>
internal static class BlockedSubstitution
{
    /// <summary>L X = B, in place.</summary>
    public static void Lower(MatrixView factor, int order, int columns, Span<double> solutions, bool unit)
    {
        for (int top = 0, size; top < order; top += size)
        {
            size = Math.Min(TriangularBlock.Order, order - top);
            var block = solutions[(top * columns)..];
            BlockedProduct.Add(-1, size, columns, top, factor.From(top, 0), new MatrixView(solutions, columns), block, columns);
            var layout = TriangularBlock.Layout.Lower(factor.RowStride, factor.ColumnStride, columns, unit);
            TriangularBlock.Solve(size, factor.From(top, top).Values, block, columns, layout);
        }
    }

    /// <summary>U X = B, in place.</summary>
    public static void Upper(MatrixView factor, int order, int columns, Span<double> solutions, bool unit)
    {
        for (int bottom = order, size; bottom > 0; bottom -= size)
        {
            size = Math.Min(TriangularBlock.Order, bottom);
            var top = bottom - size;
            var block = solutions[(top * columns)..];
            if (bottom < order)
            {
                var known = new MatrixView(solutions[(bottom * columns)..], columns);
                BlockedProduct.Add(-1, size, columns, order - bottom, factor.From(top, bottom), known, block, columns);
            }

            var layout = TriangularBlock.Layout.Upper(size, factor.RowStride, factor.ColumnStride, columns, unit);
            TriangularBlock.Solve(size, factor.From(top, top).Values, block, columns, layout);
        }
    }
}
