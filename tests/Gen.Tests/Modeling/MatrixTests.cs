using System;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

public sealed class MatrixTests
{
    private static readonly Matrix M = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly Matrix N = new double[,] { { 2, 4, 6 }, { 8, 10, 12 } };
    private static readonly Vector Row = [1, 2, 4];

    [Fact]
    public void Operators_of_two_matrices_are_elementwise()
    {
        Same(M + N, 2, 3, [3, 6, 9, 12, 15, 18]);
        Same(N - M, 2, 3, [1, 2, 3, 4, 5, 6]);
        Same(M * N, 2, 3, [2, 8, 18, 32, 50, 72]);
        Same(M / N, 2, 3, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
        Same(-M, 2, 3, [-1, -2, -3, -4, -5, -6]);
        Same(+M, 2, 3, [1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void A_number_meets_every_element_from_both_sides()
    {
        Same(M + 1, 2, 3, [2, 3, 4, 5, 6, 7]);
        Same(M - 1, 2, 3, [0, 1, 2, 3, 4, 5]);
        Same(M * 2, 2, 3, [2, 4, 6, 8, 10, 12]);
        Same(M / 2, 2, 3, [0.5, 1, 1.5, 2, 2.5, 3]);
        Same(1 + M, 2, 3, [2, 3, 4, 5, 6, 7]);
        Same(1 - M, 2, 3, [0, -1, -2, -3, -4, -5]);
        Same(2 * M, 2, 3, [2, 4, 6, 8, 10, 12]);
        Same(60 / M, 2, 3, [60, 30, 20, 15, 12, 10]);
    }

    [Fact]
    public void A_vector_meets_every_row_from_both_sides()
    {
        Same(M + Row, 2, 3, [2, 4, 7, 5, 7, 10]);
        Same(M - Row, 2, 3, [0, 0, -1, 3, 3, 2]);
        Same(M * Row, 2, 3, [1, 4, 12, 4, 10, 24]);
        Same(M / Row, 2, 3, [1, 1, 0.75, 4, 2.5, 1.5]);
        Same(Row + M, 2, 3, [2, 4, 7, 5, 7, 10]);
        Same(Row - M, 2, 3, [0, 0, 1, -3, -3, -2]);
        Same(Row * M, 2, 3, [1, 4, 12, 4, 10, 24]);
        Same(Row / N, 2, 3, [0.5, 0.5, 4.0 / 6, 0.125, 0.2, 4.0 / 12]);
        int[] counts = [1, 1, 1];
        Same(M + counts, 2, 3, [2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public void Comparisons_with_a_number_give_ones_and_zeros()
    {
        Same(M == 2, 2, 3, [0, 1, 0, 0, 0, 0]);
        Same(M != 2, 2, 3, [1, 0, 1, 1, 1, 1]);
        Same(M < 2, 2, 3, [1, 0, 0, 0, 0, 0]);
        Same(M <= 2, 2, 3, [1, 1, 0, 0, 0, 0]);
        Same(M > 5, 2, 3, [0, 0, 0, 0, 0, 1]);
        Same(M >= 5, 2, 3, [0, 0, 0, 0, 1, 1]);
        Same(2 == M, 2, 3, [0, 1, 0, 0, 0, 0]);
        Same(2 != M, 2, 3, [1, 0, 1, 1, 1, 1]);
        Same(5 < M, 2, 3, [0, 0, 0, 0, 0, 1]);
        Same(5 <= M, 2, 3, [0, 0, 0, 0, 1, 1]);
        Same(2 > M, 2, 3, [1, 0, 0, 0, 0, 0]);
        Same(2 >= M, 2, 3, [1, 1, 0, 0, 0, 0]);
        Same((M > 1) & (M < 4), 2, 3, [0, 1, 1, 0, 0, 0]);
        Same((M < 2) | (M > 5), 2, 3, [1, 0, 0, 0, 0, 1]);
        Same(!(M > 2), 2, 3, [1, 1, 0, 0, 0, 0]);
        Assert.Throws<ArgumentException>(() => M & new Matrix(3, 2));
        var same = M;
        Assert.True(M == same && M.Equals(same) && M != N && !M.Equals(N));
        Assert.Equal(M.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Shapes_that_differ_are_refused_with_both_in_the_message()
    {
        var turned = new Matrix(3, 2);
        Vector two = [1, 2];
        Func<Matrix>[] mixes = [() => M + turned, () => M - turned, () => M * turned, () => M / turned];

        foreach (var mix in mixes)
        {
            Assert.Contains("x is 2 by 3, y is 3 by 2", Assert.Throws<ArgumentException>(mix).Message, StringComparison.Ordinal);
        }

        Assert.Equal(
            "x + y: x is 2 by 3, y has 2 elements; a vector meets a matrix along its columns.",
            Assert.Throws<ArgumentException>(() => M + two).Message);
        Assert.Equal(
            "x - y: y is 2 by 3, x has 2 elements; a vector meets a matrix along its columns.",
            Assert.Throws<ArgumentException>(() => two - M).Message);
    }

    [Fact]
    public void Rows_columns_and_blocks_are_read()
    {
        Assert.Equal([4.0, 5, 6], M[1]);
        Assert.Equal([4.0, 5, 6], M[^1]);
        Assert.Equal([2.0, 5], M[.., 1]);
        Assert.Equal([3.0, 6], M[.., ^1]);
        Assert.Equal([5.0], M[1.., 1]);
        Assert.Equal([2.0, 3], M[0, 1..]);
        Assert.Equal(6, M[^1, ^1]);
        Same(M[0..1, ..], 1, 3, [1, 2, 3]);
        Same(M[1..], 1, 3, [4, 5, 6]);
        Same(M[.., 1..], 2, 2, [2, 3, 5, 6]);
    }

    [Fact]
    public void Rows_columns_and_elements_are_set()
    {
        Matrix m = new double[,] { { 1, 2 }, { 3, 4 } };
        m[0] = [7, 8];
        m[.., 1] = [9, 10];
        m[^1, 0] = 5;

        Same(m, 2, 2, [7, 9, 5, 10]);
        Assert.Equal("A row has 2 elements, the vector set into it has 3.", Assert.Throws<ArgumentException>(() => m[0] = [1, 2, 3]).Message);
        Assert.Throws<ArgumentException>(() => m[.., 0] = [1, 2, 3]);
    }

    [Fact]
    public void A_row_that_was_read_is_a_copy()
    {
        Matrix m = new double[,] { { 1, 2 } };
        var row = m[0];
        row[0] = 99;

        Assert.Equal(1, m[0, 0]);
    }

    [Fact]
    public void Integer_arrays_gather_rows_and_pair_indices()
    {
        int[] rows = [1, 0, 1];
        int[] columns = [2, 2, 0];

        Same(M[rows], 3, 3, [4, 5, 6, 1, 2, 3, 4, 5, 6]);
        Assert.Equal([6.0, 3, 4], M[rows, columns]);
        Assert.Equal([5.0, 2, 5], M[rows, 1]);
        Assert.Equal([3.0, 3, 1], M[0, columns]);
    }

    [Fact]
    public void Indices_outside_are_refused_with_the_range()
    {
        int[] oneBased = [1, 2];
        int[] ok = [0];

        Assert.Equal(
            "Index 2 at position 1 is outside a matrix of 2 rows: they run from 0 to 1. " +
            "The indices run from 1 to 2, so they look 1-based; subtract 1.",
            Assert.Throws<IndexOutOfRangeException>(() => M[oneBased]).Message);
        Assert.Equal(
            "m[i, j] pairs its indices: i has 1 of them, j has 2.",
            Assert.Throws<ArgumentException>(() => M[ok, oneBased]).Message);
        Assert.Equal("Row 2 is outside a matrix of 2 rows: they run from 0 to 1.", Assert.Throws<IndexOutOfRangeException>(() => M[2]).Message);
        Assert.Throws<IndexOutOfRangeException>(() => M[0, 3]);
    }

    [Fact]
    public void Whole_numbers_convert()
    {
        Matrix m = new int[,] { { 1, 2 }, { 3, 4 } };

        Same(m, 2, 2, [1, 2, 3, 4]);
        Assert.Equal("[1, 2]\n[3, 4]", m.ToString());
    }

    internal static void Same(Matrix m, int rows, int columns, double[] expected)
    {
        Assert.Equal((rows, columns), (m.Rows, m.Columns));
        Assert.Equal(expected, m.AsSpan().ToArray());
    }

    [Fact]
    public void A_matrix_of_integers_meets_numbers_and_vectors()
    {
        int[,] counts = { { 1, 2 }, { 3, 4 } };
        Vector v = [10, 20];
        Assert.Equal([2.0, 3, 4, 5], (counts + 1).AsSpan().ToArray());
        Assert.Equal([9.0, 8, 7, 6], (10 - counts).AsSpan().ToArray());
        Assert.Equal([10.0, 40, 30, 80], (counts * v).AsSpan().ToArray());
        Assert.Equal([10.0, 10, 10 / 3.0, 5], (v / counts).AsSpan().ToArray());
        Assert.Equal([-1.0, -2, -3, -4], (-counts).AsSpan().ToArray());
        Assert.Equal([0.0, 1, 0, 0], (counts == 2).AsSpan().ToArray());
        Assert.Equal([0.0, 0, 1, 1], (counts > 2).AsSpan().ToArray());
        Assert.Equal((10, 4, 1), (Sum(counts), Max(counts), Min(counts)));
    }
}
