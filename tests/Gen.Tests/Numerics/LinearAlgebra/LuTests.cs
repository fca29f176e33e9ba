using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Tests.Numerics.LinearAlgebra.TestMatrices;

namespace Gen.Tests.Numerics.LinearAlgebra;

public sealed class LuTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 8, 9, 33, 48, 49, 100, 257];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Solutions_satisfy_their_equations(int n)
    {
        var matrix = General(n);
        var (factors, pivots) = Factors(matrix, n);
        foreach (var columns in new[] { 1, 3, 30 })
        {
            var sides = Normals(n * columns, 2);
            var solutions = new double[n * columns];

            Lu.Solve(factors, pivots, n, columns, sides, solutions);
            Assert.True(LargestDifference(sides, Product(n, n, columns, matrix, solutions)) < 1e-12);

            Lu.SolveTransposed(factors, pivots, n, columns, sides, solutions);
            Assert.True(LargestDifference(sides, Product(n, n, columns, Transpose(n, n, matrix), solutions)) < 1e-12);

            Lu.SolveTransposed(factors, pivots, n, columns, sides, sides);
            Assert.Equal(solutions, sides);
        }
    }

    [Fact]
    public void A_zero_in_the_first_pivot_is_no_obstacle()
    {
        // R 4: solve(matrix(c(0, 2, 1, 1, -1, 3, 4, 0.5, 2), 3, byrow = TRUE), c(1, 2, 3))
        var (factors, pivots) = Factors([0, 2, 1, 1, -1, 3, 4, 0.5, 2], 3);
        var x = new double[3];

        Lu.Solve(factors, pivots, 3, 1, [1, 2, 3], x);

        Assert.True(LargestDifference([0.4285714285714286, 0.20408163265306123, 0.59183673469387754], x) < 1e-15);
    }

    [Fact]
    public void The_factors_may_stand_where_the_matrix_stood()
    {
        const int n = 60;
        var matrix = General(n);
        var (factors, pivots) = Factors(matrix, n);
        var others = new int[n];

        Assert.True(Lu.Factor(matrix, n, matrix, others));

        Assert.Equal(factors, matrix);
        Assert.Equal(pivots, others);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 2)]
    [InlineData(60, 55)]
    public void A_singular_matrix_gives_NaN_and_names_the_column(int n, int column)
    {
        foreach (var bad in new[] { 0, double.NaN, double.PositiveInfinity })
        {
            var matrix = General(n);
            for (var i = 0; i < n; i++)
            {
                matrix[i * n + column] = bad;
            }

            var factors = new double[n * n];

            Assert.False(Lu.Factor(matrix, n, factors, new int[n], out var badPivot));

            Assert.Equal(column, badPivot);
            Assert.All(factors, element => Assert.True(double.IsNaN(element)));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(5, 4)]
    [InlineData(60, 30)]
    public void The_adjoint_is_the_derivative(int n, int columns)
    {
        var matrix = General(n);
        double[] Solve(double[] a, double[] b)
        {
            var (factors, pivots) = Factors(a, n);
            var x = new double[b.Length];
            Lu.Solve(factors, pivots, n, columns, b, x);
            return x;
        }

        var (sides, weights) = (Normals(n * columns, 2), Normals(n * columns, 3));
        double[] changeOfMatrix = [.. Normals(n * n, 4).Select(x => x / n)], changeOfSides = Normals(n * columns, 5);
        double[] ofMatrix = new double[n * n], ofSides = new double[n * columns], scratch = new double[n * columns];
        var (factors, pivots) = Factors(matrix, n);
        var solutions = Solve(matrix, sides);

        Lu.SolveAdjoint(factors, pivots, n, columns, solutions, weights, ofMatrix, ofSides, scratch);
        Lu.SolveAdjoint(factors, pivots, n, columns, solutions, weights, ofMatrix, [], scratch);
        Lu.SolveAdjoint(factors, pivots, n, columns, solutions, weights, [], ofSides, scratch);

        const double h = 1e-4;
        double OfMatrix(double step) => Inner(weights, Solve([.. matrix.Zip(changeOfMatrix, (x, y) => x + step * y)], sides));
        double OfSides(double step) => Inner(weights, Solve(matrix, [.. sides.Zip(changeOfSides, (x, y) => x + step * y)]));
        Assert.Equal((OfMatrix(h) - OfMatrix(-h)) / h, Inner(ofMatrix, changeOfMatrix), 1e-6 * n);
        Assert.Equal((OfSides(h) - OfSides(-h)) / h, Inner(ofSides, changeOfSides), 1e-8 * n);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(60, 1)]
    [InlineData(60, 5)]
    public void Factorising_and_solving_at_once_is_the_same(int n, int columns)
    {
        var matrix = General(n);
        var (factors, pivots) = Factors(matrix, n);
        var (sides, weights) = (Normals(n * columns, 2), Normals(n * columns, 3));
        double[] solutions = new double[n * columns], expectedOfMatrix = new double[n * n], expectedOfSides = new double[n * columns];
        double[] atOnce = new double[n * columns], ofMatrix = new double[n * n], ofSides = new double[n * columns], scratch = new double[n * columns];
        Lu.Solve(factors, pivots, n, columns, sides, solutions);
        Lu.SolveAdjoint(factors, pivots, n, columns, solutions, weights, expectedOfMatrix, expectedOfSides, scratch);
        void Run()
        {
            if (columns == 1)
            {
                LinearSolve.Solve(matrix, n, sides, atOnce);
                LinearSolve.Adjoint(matrix, n, solutions, weights, ofMatrix, ofSides, scratch);
            }
            else
            {
                LinearSolve.Solve(matrix, n, columns, sides, atOnce);
                LinearSolve.Adjoint(matrix, n, columns, solutions, weights, ofMatrix, ofSides, scratch);
            }
        }

        Run();
        Assert.Equal(solutions, atOnce);
        Assert.Equal(expectedOfMatrix, ofMatrix);
        Assert.Equal(expectedOfSides, ofSides);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_singular_system_has_NaN_for_its_solution()
    {
        var x = new double[2];

        LinearSolve.Solve([1, 2, 2, 4], 2, [1, 1], x);

        Assert.All(x, element => Assert.True(double.IsNaN(element)));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        const int n = 100;
        var matrix = General(n);
        double[] factors = new double[n * n], sides = Normals(n, 1), solutions = new double[n], scratch = new double[n], adjoint = new double[n * n];
        var pivots = new int[n];
        void Run()
        {
            Lu.Factor(matrix, n, factors, pivots);
            Lu.Solve(factors, pivots, n, 1, sides, solutions);
            Lu.SolveAdjoint(factors, pivots, n, 1, solutions, sides, adjoint, [], scratch);
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Spans_that_are_too_short_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Lu.Factor(new double[3], 2, new double[4], new int[2]));
        Assert.Throws<ArgumentException>(() => Lu.Factor(new double[4], 2, new double[4], new int[1]));
        Assert.Throws<ArgumentException>(() => Lu.Solve(new double[4], new int[2], 2, 2, new double[3], new double[4]));
    }

    // A permutation and something small: its condition is good, its diagonal is not.
    private static double[] General(int n)
    {
        var matrix = Normals(n * n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[i * n + j] = matrix[i * n + j] / (2 * n) + (j == (i + n / 2) % n ? 1 : 0);
            }
        }

        return matrix;
    }

    private static (double[] Factors, int[] Pivots) Factors(double[] matrix, int n)
    {
        var (factors, pivots) = (new double[n * n], new int[n]);
        Assert.True(Lu.Factor(matrix, n, factors, pivots, out var badPivot));
        Assert.Equal(-1, badPivot);
        return (factors, pivots);
    }
}
