using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>
/// Systems A x = b with any square A, row-major, by Gaussian elimination with partial pivoting, and their reverse-mode derivatives. Nothing is
/// allocated.
/// </summary>
/// <remarks>
/// P A = L U, with L's unit diagonal left out: L stands below the diagonal of the factors and U from it on. Golub and Van Loan (2013), Matrix
/// Computations, section 3.4; by blocks, as there in 3.2.11.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lu
{
    // Below it a reciprocal overflows.
    private const double LeastPivot = 1e-300;

    /// <inheritdoc cref="Factor(ReadOnlySpan{double}, int, Span{double}, Span{int}, out int)"/>
    public static bool Factor(ReadOnlySpan<double> matrix, int order, Span<double> factors, Span<int> pivots) =>
        Factor(matrix, order, factors, pivots, out _);

    /// <summary>
    /// Factorises A. Where it is singular to working precision, or not finite, the factors become NaN throughout.
    /// </summary>
    /// <param name="matrix">A, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of rows.</param>
    /// <param name="factors">L and U; it may be the matrix itself.</param>
    /// <param name="pivots">The row that was exchanged with each row, <paramref name="order"/> numbers.</param>
    /// <param name="badPivot">The first column in which no pivot was found; else −1.</param>
    /// <returns>Whether A is regular.</returns>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static bool Factor(ReadOnlySpan<double> matrix, int order, Span<double> factors, Span<int> pivots, out int badPivot)
    {
        Extent.Check(matrix.Length, order, order, nameof(matrix));
        Extent.Check(factors.Length, order, order, nameof(factors));
        Extent.Check(pivots.Length, order, 1, nameof(pivots));
        factors = factors[..(order * order)];
        matrix[..(order * order)].CopyTo(factors);
        for (int top = 0, end; top < order; top = end)
        {
            end = Math.Min(top + TriangularBlock.Order, order);
            badPivot = FactorColumns(factors, order, top, end, pivots);
            if (badPivot >= 0)
            {
                factors.Fill(double.NaN);
                return false;
            }

            if (end < order)
                Eliminate(factors, order, top, end);
        }

        badPivot = -1;
        return true;
    }

    // Columns from top to end, and the exchanges of whole rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FactorColumns(Span<double> a, int n, int top, int end, Span<int> pivots)
    {
        for (var k = top; k < end; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i * n + k]) > Math.Abs(a[pivot * n + k]))
                    pivot = i;
            }

            var size = Math.Abs(a[pivot * n + k]);
            if (!(size > LeastPivot && size < double.PositiveInfinity))
                return k;

            pivots[k] = pivot;
            if (pivot != k)
                Exchange(a.Slice(k * n, n), a.Slice(pivot * n, n));

            var right = a.Slice(k * n + k + 1, end - k - 1);
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i * n + k] /= a[k * n + k];
                RowOperations.AddScaled(-factor, right, a[(i * n + k + 1)..]);
            }
        }

        return -1;
    }

    // The rows of U right of a block column, and what they leave of the rows below.
    private static void Eliminate(Span<double> a, int n, int top, int end)
    {
        var right = a[(top * n + end)..];
        var below = new MatrixView(a[(end * n + top)..], n);
        TriangularBlock.Solve(end - top, a[(top * n + top)..], right, n - end, TriangularBlock.Layout.Lower(n, 1, n, unit: true));
        BlockedProduct.Add(-1, n - end, n - end, end - top, below, new MatrixView(right, n), a[(end * n + end)..], n);
    }

    private static void Exchange(Span<double> x, Span<double> y)
    {
        for (var i = 0; i < x.Length; i++)
            (x[i], y[i]) = (y[i], x[i]);
    }
}
