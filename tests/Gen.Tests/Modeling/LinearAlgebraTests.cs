using System;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

public sealed class LinearAlgebraTests
{
    private static readonly Matrix A = new double[,] { { 4, 1, -0.5 }, { 1, 3, 0.25 }, { -0.5, 0.25, 2 } };
    private static readonly Matrix Wide = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly Vector B = [1, 2, 3];

    // R 4: t(chol(a)); its digits differ in the last one.
    private static readonly Matrix L = new double[,]
    {
        { 2, 0, 0 },
        { 0.5, 1.6583123951776999, 0 },
        { -0.25, 0.22613350843332272, 1.3734495390671027 },
    };

    [Fact]
    public void Cholesky_gives_the_lower_factor_from_the_lower_triangle()
    {
        Close(L, Cholesky(A));
        Close(L, Cholesky(new double[,] { { 4, double.NaN, double.NaN }, { 1, 3, double.NaN }, { -0.5, 0.25, 2 } }));
    }

    [Fact]
    public void A_matrix_without_a_factor_is_refused_by_the_row_that_shows_it()
    {
        Assert.Equal(
            "Cholesky(a): a, 3 by 3, is not positive definite: the pivot in row 2, counted from 0, is not positive and finite.",
            Assert.Throws<ArgumentException>(() => Cholesky(new double[,] { { 1, 0, 0 }, { 0, 1, 1 }, { 0, 1, 1 } })).Message);
        Assert.StartsWith(
            "LogDeterminant(a): a, 1 by 1, is not positive definite",
            Assert.Throws<ArgumentException>(() => LogDeterminant(new double[,] { { double.NaN } })).Message);
    }

    [Fact]
    public void Triangular_systems_are_solved_as_they_stand_and_transposed()
    {
        Close(B, Dot(L, SolveTriangular(L, B)));
        Close(B, Dot(Transpose(L), SolveTriangular(L, B, transpose: true)));
        Close(Transpose(Wide), Dot(L, SolveTriangular(L, Transpose(Wide))));
        Close(Transpose(Wide), Dot(Transpose(L), SolveTriangular(L, Transpose(Wide), transpose: true)));
        Close(SolveTriangular(L, B), SolveTriangular(new double[,] { { 2, 9, 9 }, { 0.5, L[1, 1], 9 }, { -0.25, L[2, 1], L[2, 2] } }, B));
        Close(Solve(A, B), SolveTriangular(L, SolveTriangular(L, B), transpose: true));
    }

    [Fact]
    public void General_systems_and_inverses_agree_with_R()
    {
        Matrix g = new double[,] { { 0, 2, 1 }, { 1, -1, 3 }, { 4, 0.5, 2 } };
        Matrix inverse = new double[,]
        {
            { -0.14285714285714285, -0.14285714285714285, 0.2857142857142857 },
            { 0.40816326530612246, -0.16326530612244897, 0.040816326530612242 },
            { 0.18367346938775511, 0.32653061224489793, -0.081632653061224483 },
        };

        Close([0.4285714285714286, 0.20408163265306123, 0.59183673469387754], Solve(g, B));
        Close(inverse, Inverse(g));
        Close(Dot(inverse, Transpose(Wide)), Solve(g, Transpose(Wide)));
        Assert.Equal(
            "Solve: a, 2 by 2, is singular: column 1, counted from 0, has no pivot that is not zero and finite.",
            Assert.Throws<ArgumentException>(() => Solve(Ones(2, 2), [1, 1])).Message);
        Assert.StartsWith("Inverse: a, 1 by 1, is singular", Assert.Throws<ArgumentException>(() => Inverse(Zeros(1, 1))).Message);
    }

    [Fact]
    public void Determinants_diagonals_and_quadratic_forms_have_their_values()
    {
        Assert.Equal(3.0325462466767075, LogDeterminant(A), 1e-14);
        Assert.Equal(Math.Log(2) * 900, LogDeterminant(2 * Identity(900)), 1e-9);
        Assert.Equal([4.0, 3, 2], Diagonal(A));
        MatrixTests.Same(DiagonalMatrix([1, 2]), 2, 2, [1, 0, 0, 2]);
        Assert.Equal(4 + 12 + 18 + 2 * (2 - 1.5 + 1.5), QuadraticForm(A, B), 1e-14);
        Assert.Equal(2.0, QuadraticForm(new double[,] { { 0, 2 }, { 0, 0 } }, [1, 1]));
        Assert.Equal(0.0, LogDeterminant(new Matrix(0, 0)));
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused_with_both()
    {
        Refused("Cholesky(a): a is 2 by 3, not square.", () => Cholesky(Wide));
        Refused("LogDeterminant(a): a is 2 by 3, not square.", () => LogDeterminant(Wide));
        Refused("Inverse(a): a is 2 by 3, not square.", () => Inverse(Wide));
        Refused("Diagonal(a): a is 2 by 3, not square.", () => Diagonal(Wide));
        Refused("QuadraticForm(a, x): a is 3 by 3, x has 2 elements.", () => QuadraticForm(A, [1, 2]));
        Refused("Solve(a, b): a is 3 by 3, b has 2 elements.", () => Solve(A, [1, 2]));
        Refused("Solve(a, b): a is 3 by 3, b is 2 by 3.", () => Solve(A, Wide));
        Refused("Solve(a, b): a is 2 by 3, b has 2 elements.", () => Solve(Wide, [1, 2]));
        Refused("SolveTriangular(lower, b): lower is 3 by 3, b has 2 elements.", () => SolveTriangular(A, [1, 2]));
        Refused("SolveTriangular(lower, b): lower is 3 by 3, b is 2 by 3.", () => SolveTriangular(A, Wide));
    }

    private static void Refused(string message, Action action) => Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    private static void Close(Vector expected, Vector actual) => Assert.True(Max(Abs(expected - actual)) < 1e-14);

    private static void Close(Matrix expected, Matrix actual) => Assert.True(Max(Abs(expected - actual)) < 1e-14);
}
