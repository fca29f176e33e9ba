using System;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

public sealed class FunctionTests
{
    private static readonly Vector X = [1, 2, 4];
    private static readonly Matrix M = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };

    public static TheoryData<string, Func<double, double>, Func<Vector, Vector>, Func<Matrix, Matrix>, double, double> Unary => new()
    {
        { "Square", Square, Square, Square, 3, 9 },
        { "Sqrt", Sqrt, Sqrt, Sqrt, 9, 3 },
        { "Exp", Exp, Exp, Exp, 1, Math.E },
        { "Expm1", Expm1, Expm1, Expm1, 1e-9, 1.0000000005e-9 },
        { "Log", Log, Log, Log, Math.E, 1 },
        { "Log1p", Log1p, Log1p, Log1p, 1e-9, 9.999999995e-10 },
        { "Abs", Abs, Abs, Abs, -2, 2 },
        { "Sign", Sign, Sign, Sign, -2, -1 },
        { "Floor", Floor, Floor, Floor, -1.5, -2 },
        { "Sin", Sin, Sin, Sin, Math.PI / 6, 0.5 },
        { "Cos", Cos, Cos, Cos, Math.PI / 3, 0.5 },
        { "Tan", Tan, Tan, Tan, Math.PI / 4, 1 },
        { "Atan", Atan, Atan, Atan, 1, Math.PI / 4 },
        { "Tanh", Tanh, Tanh, Tanh, Math.Log(2), 0.6 },
        { "InverseLogit", InverseLogit, InverseLogit, InverseLogit, Math.Log(3), 0.75 },
        { "Logit", Logit, Logit, Logit, 0.75, Math.Log(3) },
        { "Log1pExp", Log1pExp, Log1pExp, Log1pExp, 0, Math.Log(2) },
        { "LogGamma", LogGamma, LogGamma, LogGamma, 5, Math.Log(24) },
        { "LogBesselI0", LogBesselI0, LogBesselI0, LogBesselI0, 2, 0.82399354148295625 },
        { "Erf", Erf, Erf, Erf, 0.5, 0.52049987781304654 },
        { "Erfc", Erfc, Erfc, Erfc, 2, 0.0046777349810472658 },
        { "NormalCdf", NormalCdf, NormalCdf, NormalCdf, 1.96, 0.97500210485177957 },
        { "LogNormalCdf", LogNormalCdf, LogNormalCdf, LogNormalCdf, -10, -53.23128515051246 },
        { "Not", Not, Not, Not, 2, 0 },
    };

    [Theory]
    [MemberData(nameof(Unary))]
    public void Functions_of_one_argument_have_their_value_on_every_shape(
        string name, Func<double, double> scalar, Func<Vector, Vector> vector, Func<Matrix, Matrix> matrix, double x, double expected)
    {
        Assert.True(Math.Abs(scalar(x) - expected) <= 1e-14 * Math.Max(Math.Abs(expected), 1e-9), $"{name}({x}) = {scalar(x)}");
        Assert.Equal([scalar(x), scalar(0.5)], vector([x, 0.5]));
        MatrixTests.Same(matrix(new double[,] { { x }, { 0.5 } }), 2, 1, [scalar(x), scalar(0.5)]);
    }

    [Fact]
    public void Pow_takes_every_mix()
    {
        double eight = Pow(2, 3);
        Assert.Equal(8, eight);
        Assert.Equal([1.0, 4, 16], Pow(X, 2));
        Assert.Equal([2.0, 4, 16], Pow(2, X));
        Assert.Equal([1.0, 4, 256], Pow(X, X));
        MatrixTests.Same(Pow(M, 2), 2, 3, [1, 4, 9, 16, 25, 36]);
        MatrixTests.Same(Pow(2, M), 2, 3, [2, 4, 8, 16, 32, 64]);
        MatrixTests.Same(Pow(M, V([0, 1, 2])), 2, 3, [1, 2, 9, 1, 5, 36]);
        Assert.Equal("Pow: its arguments have 3 and 2 elements.", Assert.Throws<ArgumentException>(() => Pow(X, V([1, 2]))).Message);
    }

    [Fact]
    public void ArgMax_and_ArgMin_are_the_first_positions()
    {
        Assert.Equal(1, ArgMax(new double[] { 1, 5, 5, -2 }));
        Assert.Equal(3, ArgMin(new double[] { 1, 5, 5, -2 }));
        Assert.Equal(0, ArgMax(new double[] { double.NegativeInfinity, double.NegativeInfinity }));
        Assert.Equal(0, ArgMax(new double[] { 1, double.NaN, 3 }));
        Assert.Throws<ArgumentException>(() => ArgMin(new Vector(0)));
    }

    [Fact]
    public void Max_and_Min_reduce_one_argument_and_compare_two()
    {
        Assert.Equal(3.0, Max(2, 3));
        Assert.Equal([2.0, 2, 4], Max(X, 2));
        Assert.Equal([1.0, 2, 2], Min(2, X));
        Assert.Equal(4.0, Max(X));
        Assert.Equal(1.0, Min(X));
        Assert.Equal(6.0, Max(M));
        Assert.Equal(1.0, Min(M));
        MatrixTests.Same(Min(M, 3), 2, 3, [1, 2, 3, 3, 3, 3]);
        int[] group = [0, 3, 1];
        int groups = Max(group) + 1;
        Assert.Equal(4, groups);
        Assert.Equal(0, Min(group));
        Assert.Throws<ArgumentException>(() => Max(new Vector(0)));
    }

    [Fact]
    public void Comparisons_give_ones_and_zeros()
    {
        Assert.Equal((1.0, 0.0), (Less(1, 2), Less(2, 2)));
        Assert.Equal((1.0, 0.0), (LessOrEqual(2, 2), LessOrEqual(3, 2)));
        Assert.Equal((1.0, 0.0), (Equal(2, 2), Equal(1, 2)));
        Assert.Equal((1.0, 0.0, 1.0, 0.0), (And(1, 2), And(1, 0), Or(0, 1), Or(0, 0)));
        Assert.Equal([1.0, 0, 0], Less(X, 2));
        Assert.Equal([0.0, 0, 1], Less(2, X));
        Assert.Equal([1.0, 1, 0], LessOrEqual(X, 2));
        int[] age = [2, 1, 2];
        Assert.Equal([1.0, 0, 1], Equal(age, 2));
        Assert.Equal([0.0, 0, 0], Equal(age, X));
        Assert.Equal([1.0, 0, 0], And(Less(X, 2), age == 2));
        MatrixTests.Same(Less(M, 3), 2, 3, [1, 1, 0, 0, 0, 0]);
    }

    [Fact]
    public void Where_chooses_by_numbers_and_by_conditions_on_every_mix()
    {
        Vector c = [1, 0, 2];
        Vector nothing = [double.NaN, 5, double.NaN];

        Assert.Equal(7, Where(1.0, 7, 8));
        Assert.Equal(8, Where(X.Length > 5, 7, 8));
        Assert.Equal([1.0, 0, 4], Where(c, X, 0));
        Assert.Equal([0.0, 5, 0], Where(c, 0, nothing));
        Assert.Equal([1.0, 2, 4], Where(1, X, 0));
        Assert.Equal([1.0, 2, 4], Where(true, X, 0));
        Assert.Equal([1.0, -1, 1], Where(c, 1, -1));
        MatrixTests.Same(Where(c, M, 0), 2, 3, [1, 0, 3, 4, 0, 6]);
        MatrixTests.Same(Where(false, M, 0), 2, 3, [0, 0, 0, 0, 0, 0]);
        Assert.Throws<ArgumentException>(() => Where(c, V([1, 2]), 0));
    }

    [Fact]
    public void Reductions_have_their_values()
    {
        Assert.Equal(7.0, Sum(X));
        Assert.Equal(21.0, Sum(M));
        int[] counts = [1, 2, 3];
        int total = Sum(counts);
        Assert.Equal(6, total);
        Assert.Equal([5.0, 7, 9], Sum(M, 0));
        Assert.Equal([6.0, 15], Sum(M, 1));
        Assert.Equal(7.0 / 3, Mean(X));
        Assert.Equal(3.5, Mean(M));
        Assert.Equal(2.0, Mean(counts));
        Assert.Equal([2.5, 3.5, 4.5], Mean(M, 0));
        Assert.Equal([2.0, 5], Mean(M, 1));
        Assert.Equal(8.0, Prod(X));
        Assert.Equal(Math.Sqrt(7.0 / 3), Sd(X), 1e-15);
        Assert.Equal([1.0, 3, 7], CumulativeSum(X));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sum(M, 2));
    }

    [Fact]
    public void LogSumExp_and_Softmax_do_not_overflow()
    {
        Assert.Equal(1000 + Math.Log(2), LogSumExp([1000, 1000]), 1e-12);
        Assert.Equal(double.NegativeInfinity, LogSumExp(new Vector(0)));
        Assert.Equal(double.NegativeInfinity, LogSumExp([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.True(double.IsNaN(LogSumExp([0, double.NaN])));
        Assert.Equal(Math.Log(3), LogSumExp([Math.Log(1), Math.Log(2)]), 1e-15);
        Assert.Equal(Math.Log(21), LogSumExp(Log(M)), 1e-14);
        var m = LogSumExp(Log(M), 1);
        Assert.Equal(Math.Log(6), m[0], 1e-14);
        Assert.Equal(Math.Log(15), m[1], 1e-14);
        var p = Softmax(V([1000 + Math.Log(3), 1000]));
        Assert.Equal(0.75, p[0], 1e-12);
        Assert.Equal(0.25, p[1], 1e-12);
        var rows = Softmax(Log(M));
        Assert.Equal(1.0 / 6, rows[0, 0], 1e-14);
        Assert.Equal(6.0 / 15, rows[1, 2], 1e-14);
    }

    [Fact]
    public void Products_multiply_along_the_shared_axis()
    {
        Matrix n = new double[,] { { 1, 0 }, { 0, 1 }, { 1, 1 } };

        Assert.Equal(21.0, Dot(X, X));
        Assert.Equal([17.0, 38], Dot(M, X));
        Assert.Equal([9.0, 12, 15], Dot(V([1, 2]), M));
        MatrixTests.Same(Dot(M, n), 2, 2, [4, 5, 10, 11]);
        MatrixTests.Same(Outer([1, 2], [3, 4, 5]), 2, 3, [3, 4, 5, 6, 8, 10]);
        MatrixTests.Same(Transpose(M), 3, 2, [1, 4, 2, 5, 3, 6]);
        MatrixTests.Same(Identity(2), 2, 2, [1, 0, 0, 1]);
        Assert.Equal("Dot(x, y): x has 3 columns, y has 2 elements.", Assert.Throws<ArgumentException>(() => Dot(M, V([1, 2]))).Message);
        Assert.Equal("Dot(x, y): x has 3 elements, y has 2 rows.", Assert.Throws<ArgumentException>(() => Dot(X, M)).Message);
        Assert.Equal("Dot(x, y): x has 3 columns, y has 2 rows.", Assert.Throws<ArgumentException>(() => Dot(M, M)).Message);
        Assert.Equal("Dot(x, y): x has 3 elements, y has 1.", Assert.Throws<ArgumentException>(() => Dot(X, [1])).Message);
    }

    [Fact]
    public void Vectors_and_matrices_are_made_from_lengths_and_dims()
    {
        Dim week = ["a", "b", "c"];
        Assert.Equal(("a, b, c", "1 element", "7 elements"), (week.ToString(), new Dim(1).ToString(), new Dim(7).ToString()));

        Assert.Equal([0.0, 1, 2], Arange(week));
        Assert.Equal([1.0, 1.5], Arange(1, 2, 0.5));
        Assert.Equal([2.0, 3], Arange(2, 4));
        Assert.Equal([3.0, 2, 1], Arange(3, 0, -1));
        Assert.Empty(Arange(1, 0, 0.5));
        Assert.Equal([1.0, 1, 1], Ones(week));
        Assert.Equal([0.0, 0], Zeros(2));
        MatrixTests.Same(Ones(1, 2), 1, 2, [1, 1]);
        MatrixTests.Same(Zeros(2, 1), 2, 1, [0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Arange(0, 1, 0));
    }

    private static Vector V(Vector values) => values;
}
