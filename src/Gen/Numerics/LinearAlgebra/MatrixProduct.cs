using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// Products of dense row-major matrices, added to what stands in the result: blocked for caches and computed on lanes. Nothing is allocated. The
/// result must not overlap a factor.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MatrixProduct
{
    /// <summary>C += A B.</summary>
    /// <param name="left">A, <paramref name="rows"/> by <paramref name="inner"/>.</param>
    /// <param name="right">B, <paramref name="inner"/> by <paramref name="columns"/>.</param>
    /// <param name="sum">C, <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void Add(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sum, int rows, int inner, int columns)
    {
        Extent.Check(left.Length, rows, inner, nameof(left));
        Extent.Check(right.Length, inner, columns, nameof(right));
        Extent.Check(sum.Length, rows, columns, nameof(sum));
        BlockedProduct.Add(1, rows, columns, inner, new MatrixView(left, inner), new MatrixView(right, columns), sum, columns);
    }

    /// <summary>C += Aᵀ B.</summary>
    /// <param name="left">A, <paramref name="inner"/> by <paramref name="rows"/>.</param>
    /// <param name="right">B, <paramref name="inner"/> by <paramref name="columns"/>.</param>
    /// <param name="sum">C, <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void AddTransposedLeft(
        ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sum, int rows, int inner, int columns)
    {
        Extent.Check(left.Length, inner, rows, nameof(left));
        Extent.Check(right.Length, inner, columns, nameof(right));
        Extent.Check(sum.Length, rows, columns, nameof(sum));
        BlockedProduct.Add(1, rows, columns, inner, new MatrixView(left, rows).Transposed, new MatrixView(right, columns), sum, columns);
    }

    /// <summary>C += A Bᵀ.</summary>
    /// <param name="left">A, <paramref name="rows"/> by <paramref name="inner"/>.</param>
    /// <param name="right">B, <paramref name="columns"/> by <paramref name="inner"/>.</param>
    /// <param name="sum">C, <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void AddTransposedRight(
        ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sum, int rows, int inner, int columns)
    {
        Extent.Check(left.Length, rows, inner, nameof(left));
        Extent.Check(right.Length, columns, inner, nameof(right));
        Extent.Check(sum.Length, rows, columns, nameof(sum));
        BlockedProduct.Add(1, rows, columns, inner, new MatrixView(left, inner), new MatrixView(right, inner).Transposed, sum, columns);
    }
}
