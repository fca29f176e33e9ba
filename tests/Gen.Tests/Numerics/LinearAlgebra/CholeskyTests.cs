using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Tests.Numerics.LinearAlgebra.TestMatrices;

namespace Gen.Tests.Numerics.LinearAlgebra;

public sealed class CholeskyTests
{
    public static TheoryData<int> Sizes => [.. Orders];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_factor_is_lower_and_gives_the_matrix_back(int n)
    {
        var matrix = PositiveDefinite(n, n);
        var factor = new double[n * n];
        Array.Fill(factor, double.NaN);

        Assert.True(Cholesky.Factor(Lower(n, matrix), n, factor, out var badPivot));

        Assert.Equal(-1, badPivot);
        Assert.Equal(Lower(n, factor), factor);
        Assert.All(Enumerable.Range(0, n), i => Assert.True(factor[i * (n + 1)] > 0));
        Assert.True(LargestDifference(matrix, Product(n, n, n, factor, Transpose(n, n, factor))) < 1e-14 * n);
    }

    [Fact]
    public void The_factor_may_stand_where_the_matrix_stood()
    {
        const int n = 100;
        var matrix = PositiveDefinite(n, 1);
        var factor = new double[n * n];
        Cholesky.Factor(matrix, n, factor);

        Assert.True(Cholesky.Factor(matrix, n, matrix));

        Assert.Equal(factor, matrix);
    }

    [Fact]
    public void A_factor_agrees_with_R()
    {
        // R 4: t(chol(1 / (outer(1:4, 1:4, "+") - 1))), the Hilbert matrix.
        double[] hilbert = [.. from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) select 1.0 / (i + j + 1)];
        double[] expected =
        [
            1, 0, 0, 0,
            0.5, 0.28867513459481287, 0, 0,
            0.33333333333333331, 0.28867513459481292, 0.07453559924999289, 0,
            0.25, 0.25980762113533162, 0.11180339887498937, 0.018898223650462211,
        ];
        var factor = new double[16];

        Assert.True(Cholesky.Factor(hilbert, 4, factor));

        Assert.True(LargestDifference(expected, factor) < 1e-13);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    [InlineData(11, 10)]
    [InlineData(48, 47)]
    [InlineData(49, 48)]
    [InlineData(130, 99)]
    public void A_matrix_that_is_not_positive_definite_gives_NaN_and_names_the_pivot(int n, int pivot)
    {
        foreach (var bad in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            var matrix = PositiveDefinite(n, n);
            matrix[pivot * (n + 1)] = bad;
            var factor = new double[n * n];

            Assert.False(Cholesky.Factor(matrix, n, factor, out var badPivot));

            Assert.Equal(pivot, badPivot);
            Assert.All(factor, element => Assert.True(double.IsNaN(element)));
        }
    }

    [Fact]
    public void A_NaN_off_the_diagonal_is_found_in_its_row()
    {
        var matrix = PositiveDefinite(60, 1);
        matrix[50 * 60 + 3] = double.NaN;

        Assert.False(Cholesky.Factor(matrix, 60, matrix, out var badPivot));

        Assert.Equal(50, badPivot);
    }

    [Fact]
    public void The_adjoint_of_two_by_two_is_the_closed_form()
    {
        // A = [a b; b c]: L = [√a 0; b/√a √(c - b²/a)]. The derivatives of t = p L₁₁ + q L₂₁ + r L₂₂ follow by hand.
        var (a, b, c, p, q, r) = (2.0, 0.6, 3.0, 0.7, -1.3, 0.4);
        var d = Math.Sqrt(c - b * b / a);
        var ofA = p / (2 * Math.Sqrt(a)) - q * b / (2 * a * Math.Sqrt(a)) + r * b * b / (2 * a * a * d);
        var ofB = q / Math.Sqrt(a) - r * b / (a * d);
        var ofC = r / (2 * d);
        double[] factor = new double[4], adjoint = [10, 20, 30, 40];
        Cholesky.Factor([a, double.NaN, b, c], 2, factor);

        Cholesky.Adjoint(factor, 2, [p, double.NaN, q, r], adjoint, new double[Cholesky.AdjointScratch(2)]);

        Assert.True(LargestDifference([10 + ofA, 20 + ofB / 2, 30 + ofB / 2, 40 + ofC], adjoint) < 1e-14);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_adjoint_is_the_derivative_along_any_symmetric_change(int n)
    {
        var matrix = PositiveDefinite(n, n);
        var ofFactor = Normals(n * n, n + 1);
        var change = Normals(n * n, n + 2);
        change = [.. change.Zip(Transpose(n, n, change), (x, y) => 0.5 * (x + y) / n)];
        double[] factor = new double[n * n], adjoint = new double[n * n];
        Cholesky.Factor(matrix, n, factor);

        Cholesky.Adjoint(factor, n, ofFactor, adjoint, new double[Cholesky.AdjointScratch(n)]);

        Assert.Equal(Transpose(n, n, adjoint), adjoint);
        var expected = CentralDifference(step => Inner(Lower(n, ofFactor), FactorOf([.. matrix.Zip(change, (x, y) => x + step * y)], n)));
        Assert.Equal(expected, Inner(adjoint, change), 1e-9 * n);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(60)]
    public void The_adjoint_counts_every_element_that_was_computed_by_itself(int n)
    {
        // A = k(xᵢ, xⱼ) for both triangles: the derivative by x sums over all elements.
        Func<double, double, double> kernel = (x, y) => Math.Exp(-0.5 * (x - y) * (x - y));
        var inputs = Enumerable.Range(0, n).Select(i => 1.7 * i + Math.Sin(i)).ToArray();
        double[] Matrix(double[] x) => [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select kernel(x[i], x[j])];
        var ofFactor = Lower(n, Normals(n * n, 3));
        double[] factor = FactorOf(Matrix(inputs), n), adjoint = new double[n * n];
        Cholesky.Adjoint(factor, n, ofFactor, adjoint, new double[n * n]);

        var moved = n / 2;
        var expected = CentralDifference(step => Inner(ofFactor, FactorOf(Matrix([.. inputs.Select((x, i) => i == moved ? x + step : x)]), n)));

        var actual = 0.0;
        for (var i = 0; i < n; i++)
        {
            var slope = -(inputs[moved] - inputs[i]) * kernel(inputs[moved], inputs[i]);
            actual += (adjoint[moved * n + i] + adjoint[i * n + moved]) * slope;
        }

        Assert.Equal(expected, actual, 1e-8);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(130)]
    public void Nothing_is_allocated(int n)
    {
        var matrix = PositiveDefinite(n, 1);
        double[] factor = new double[n * n], adjoint = new double[n * n], scratch = new double[n * n];
        void Run()
        {
            Cholesky.Factor(matrix, n, factor);
            Cholesky.Adjoint(factor, n, matrix, adjoint, scratch);
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Spans_that_are_too_short_are_refused()
    {
        Assert.Contains("matrix has 3 elements; 2 by 2", Assert.Throws<ArgumentException>(() => Cholesky.Factor(new double[3], 2, new double[4])).Message);
        Assert.Throws<ArgumentException>(() => Cholesky.Factor(new double[4], 2, new double[3]));
        Assert.Throws<ArgumentException>(() => Cholesky.Adjoint(new double[4], 2, new double[4], new double[4], new double[3]));
    }

    private static double[] FactorOf(double[] matrix, int n)
    {
        var factor = new double[n * n];
        Assert.True(Cholesky.Factor(matrix, n, factor));
        return factor;
    }

    // Fourth order, whose error at this step is below rounding's.
    private static double CentralDifference(Func<double, double> function)
    {
        const double h = 1e-3;
        return (8 * (function(h) - function(-h)) - (function(2 * h) - function(-2 * h))) / (12 * h);
    }
}
