using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// The Cholesky factorisation A = L Lᵀ of a symmetric positive definite matrix, row-major, and its reverse-mode derivative. Nothing is allocated.
/// </summary>
/// <remarks>
/// <para>
/// The factorisation is left-looking by blocks, on U = Lᵀ in the upper triangle, where a row of U lies along the lanes; the adjoint reverses it block
/// by block: Murray (2016), "Differentiation of the Cholesky decomposition", arXiv 1602.07527, section 4. Small matrices are one block, and those of a
/// few rows are computed a number at a time.
/// </para>
/// <para>
/// <b>Convention of the adjoint.</b> Only the lower triangle of A is read, yet its adjoint Ā is symmetric: half of the derivative by a pair of equal
/// elements goes to [i, j] and half to [j, i], so that d target = Σᵢⱼ Āᵢⱼ dAᵢⱼ for every symmetric change dA, and also where both triangles were computed
/// element by element, Aᵢⱼ = k(xᵢ, xⱼ), each from its own i and j.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Cholesky
{
    // Up to the first, rows are too short for lanes to pay; up to the second, blocks are not faster. Measured with lanes of 8.
    private const int MostByNumbers = 16;
    private const int MostUnblocked = 96;

    /// <inheritdoc cref="Factor(ReadOnlySpan{double}, int, Span{double}, out int)"/>
    public static bool Factor(ReadOnlySpan<double> matrix, int order, Span<double> factor) => Factor(matrix, order, factor, out _);

    /// <summary>
    /// Writes L, with zeros above its diagonal, to <paramref name="factor"/>. Where the matrix is not positive definite, or not finite, the factor becomes
    /// NaN throughout.
    /// </summary>
    /// <param name="matrix">A, <paramref name="order"/> by <paramref name="order"/>; only its lower triangle is read.</param>
    /// <param name="order">The number of rows.</param>
    /// <param name="factor">L; it may be the matrix itself.</param>
    /// <param name="badPivot">The first row whose pivot is not positive and finite: the leading minor that ends there is not positive. Else −1.</param>
    /// <returns>Whether the matrix is positive definite.</returns>
    /// <exception cref="ArgumentException">A span is shorter than <paramref name="order"/> squared.</exception>
    public static bool Factor(ReadOnlySpan<double> matrix, int order, Span<double> factor, out int badPivot)
    {
        Extent.Check(matrix.Length, order, order, nameof(matrix));
        Extent.Check(factor.Length, order, order, nameof(factor));
        factor = factor[..(order * order)];
        if (order <= MostByNumbers)
        {
            badPivot = CholeskyBlock.FactorByNumbers(matrix, order, factor);
        }
        else
        {
            Triangle.CopyLowerToUpper(matrix, order, factor, order, order);
            badPivot = order <= MostUnblocked ? CholeskyBlock.Factor(order, factor, order) : FactorByBlocks(order, factor);
            if (badPivot < 0)
                Triangle.TransposeUpper(factor, order);
        }

        if (badPivot >= 0)
            factor.Fill(double.NaN);
        return badPivot < 0;
    }

    /// <summary>The length of the scratch that <see cref="Adjoint"/> needs.</summary>
    public static int AdjointScratch(int order) => order * order;

    /// <summary>
    /// Adds to <paramref name="matrixAdjoint"/> the derivatives by the elements of A, as a symmetric matrix: see the convention above.
    /// </summary>
    /// <param name="factor">L, as <see cref="Factor(ReadOnlySpan{double}, int, Span{double})"/> left it.</param>
    /// <param name="order">The number of rows.</param>
    /// <param name="factorAdjoint">The derivatives by the elements of L; only the lower triangle is read.</param>
    /// <param name="matrixAdjoint">Ā, to which the result is added; both triangles.</param>
    /// <param name="scratch"><see cref="AdjointScratch"/> numbers, whose values mean nothing before and after; not one of the other spans.</param>
    /// <exception cref="ArgumentException">A span is shorter than <paramref name="order"/> squared.</exception>
    public static void Adjoint(
        ReadOnlySpan<double> factor, int order, ReadOnlySpan<double> factorAdjoint, Span<double> matrixAdjoint, Span<double> scratch)
    {
        Extent.Check(factor.Length, order, order, nameof(factor));
        Extent.Check(factorAdjoint.Length, order, order, nameof(factorAdjoint));
        Extent.Check(matrixAdjoint.Length, order, order, nameof(matrixAdjoint));
        Extent.Check(scratch.Length, order, order, nameof(scratch));
        if (order <= TriangularBlock.Order)
        {
            factorAdjoint[..(order * order)].CopyTo(scratch);
            CholeskyBlock.Reverse(order, factor, order, scratch, order);
            Triangle.AddSymmetricSmall(scratch, matrixAdjoint, order);
        }
        else
        {
            Triangle.CopyLowerToUpper(factorAdjoint, order, scratch, order, order);
            ReverseByBlocks(order, factor, scratch);
            Triangle.AddSymmetric(scratch, matrixAdjoint, order);
        }
    }

    private static int FactorByBlocks(int n, Span<double> u)
    {
        for (int top = 0, size; top < n; top += size)
        {
            size = Math.Min(TriangularBlock.Order, n - top);
            var block = u[(top * n + top)..];
            var above = new MatrixView(u[top..], n);
            BlockedProduct.Add(-1, size, n - top, top, above.Transposed, above, block, n);
            if (CholeskyBlock.Factor(size, block, n) is >= 0 and var bad)
                return top + bad;
            TriangularBlock.Solve(size, block, block[size..], n - top - size, TriangularBlock.Layout.Lower(1, n, n));
        }

        return -1;
    }

    // In Murray's names, of a block column: R to the left of its diagonal block D, C below D, B below R. The adjoint stands transposed, in the upper
    // triangle of w, but for the diagonal block at hand.
    private static void ReverseByBlocks(int n, ReadOnlySpan<double> l, Span<double> w)
    {
        for (var left = (n - 1) / TriangularBlock.Order * TriangularBlock.Order; left >= 0; left -= TriangularBlock.Order)
        {
            var size = Math.Min(TriangularBlock.Order, n - left);
            var right = left + size;
            var r = new MatrixView(l[(left * n)..], n);
            var pivots = l[(left * n + left)..];
            var block = w[(left * n + left)..];
            CopyUpperToLower(block, n, size);
            if (right < n)
            {
                var below = w[(left * n + right)..];
                var ofC = new MatrixView(below, n).Transposed;
                TriangularBlock.Solve(size, pivots, below, n - right, TriangularBlock.Layout.Upper(size, 1, n, n));
                BlockedProduct.Add(-1, left, n - right, size, r.Transposed, ofC.Transposed, w[right..], n);
                BlockedProduct.Add(-1, size, size, n - right, ofC.Transposed, new MatrixView(l[(right * n + left)..], n), block, n);
                BlockedProduct.Add(-1, left, size, n - right, new MatrixView(l[(right * n)..], n).Transposed, ofC, w[left..], n);
            }

            CholeskyBlock.Reverse(size, pivots, n, block, n);
            Triangle.CopyLowerToUpper(block, n, block, n, size);
            ScaleDiagonal(block, n, size, 2);
            BlockedProduct.Add(-1, left, size, size, r.Transposed, new MatrixView(block, n), w[left..], n);
            ScaleDiagonal(block, n, size, 0.5);
        }
    }

    private static void CopyUpperToLower(Span<double> block, int stride, int order)
    {
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < i; j++)
                block[i * stride + j] = block[j * stride + i];
        }
    }

    private static void ScaleDiagonal(Span<double> block, int stride, int order, double scale)
    {
        for (var i = 0; i < order; i++)
            block[i * (stride + 1)] *= scale;
    }
}
