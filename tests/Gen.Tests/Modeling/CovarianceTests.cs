using System;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

public sealed class CovarianceTests
{
    private const double Alpha = 1.3, Length = 0.8, LengthInSpace = 2, Period = 2.5;

    private static readonly Vector X = [0, 1.5, 4];
    private static readonly Matrix Points = new double[,] { { 0, 0 }, { 3, 4 }, { 1, -1 } };

    // R 4, by the formulas of Stan's Functions Reference, of the pairs (1, 2), (1, 3) and (2, 3): for instance
    // d <- abs(outer(x, x, "-")); alpha^2 * (1 + sqrt(3) * d / l) * exp(-sqrt(3) * d / l).
    public static TheoryData<string, Func<Vector, Vector, Matrix>, double, double, double> OnALine => new()
    {
        { "ExpQuad", (x, y) => ExpQuad(x, y, Alpha, Length), 0.29139254438044238, 6.2980438608129661e-06, 0.012802894880799304 },
        { "Matern32", (x, y) => Matern32(x, y, Alpha, Length), 0.27900830442287688, 0.0028299236029447326, 0.04833224829727386 },
        { "Matern52", (x, y) => Matern52(x, y, Alpha, Length), 0.28215822059871282, 0.0012690781031966451, 0.037854694984726246 },
        { "Periodic", (x, y) => Periodic(x, y, Alpha, Length, Period), 0.10007248307811352, 0.10007248307811352, 1.69 },
    };

    public static TheoryData<string, Func<Matrix, Matrix, Matrix>, double, double, double> InSpace => new()
    {
        { "ExpQuad", (x, y) => ExpQuad(x, y, Alpha, LengthInSpace), 0.074253417823558543, 1.3161733233906743, 0.045036974498440796 },
        { "Matern32", (x, y) => Matern32(x, y, Alpha, LengthInSpace), 0.11859707906827754, 1.1047575532184701, 0.090275835396930654 },
        { "Matern52", (x, y) => Matern52(x, y, Alpha, LengthInSpace), 0.1073322625877149, 1.1872178346599278, 0.078381747924115411 },
        { "Periodic", (x, y) => Periodic(x, y, Alpha, LengthInSpace, Period), 1.69, 1.0467808454935346, 1.5165840588505284 },
    };

    [Theory]
    [MemberData(nameof(OnALine))]
    public void Covariances_on_a_line_agree_with_R(string name, Func<Vector, Vector, Matrix> covariance, double a, double b, double c)
    {
        Expect(name, covariance(X, X), a, b, c);
        var cross = covariance(X, [1.5, 0]);
        Assert.Equal((3, 2), (cross.Rows, cross.Columns));
        Assert.Equal([a, 1.69], cross[0], Near);
        Assert.Equal([c, b], cross[2], Near);
    }

    [Theory]
    [MemberData(nameof(InSpace))]
    public void Covariances_in_space_agree_with_R(string name, Func<Matrix, Matrix, Matrix> covariance, double a, double b, double c)
    {
        Expect(name, covariance(Points, Points), a, b, c);
        var cross = covariance(Points, new double[,] { { 3, 4 } });
        Assert.Equal((3, 1), (cross.Rows, cross.Columns));
        Assert.Equal([a, 1.69, c], cross[.., 0], Near);
        Assert.Equal(
            $"{name}(x1, x2): x1 has 2 columns, x2 has 3.", Assert.Throws<ArgumentException>(() => covariance(Points, Identity(3))).Message);
    }

    [Fact]
    public void One_set_of_points_meets_itself()
    {
        Same(ExpQuad(X, X, Alpha, Length), ExpQuad(X, Alpha, Length));
        Same(Matern32(X, X, Alpha, Length), Matern32(X, Alpha, Length));
        Same(Matern52(X, X, Alpha, Length), Matern52(X, Alpha, Length));
        Same(Periodic(X, X, Alpha, Length, Period), Periodic(X, Alpha, Length, Period));
        Same(ExpQuad(Points, Points, Alpha, Length), ExpQuad(Points, Alpha, Length));
        Same(Matern32(Points, Points, Alpha, Length), Matern32(Points, Alpha, Length));
        Same(Matern52(Points, Points, Alpha, Length), Matern52(Points, Alpha, Length));
        Same(Periodic(Points, Points, Alpha, Length, Period), Periodic(Points, Alpha, Length, Period));
    }

    [Fact]
    public void A_covariance_has_a_Cholesky_factor()
    {
        var x = Arange(60) / 10;

        var factor = Cholesky(ExpQuad(x, 1, 0.5) + 1e-9 * Identity(x.Length));

        Assert.True(Max(Abs(Dot(factor, Transpose(factor)) - ExpQuad(x, 1, 0.5))) < 1.1e-9);
    }

    private static void Expect(string name, Matrix covariance, double a, double b, double c)
    {
        double[] expected = [1.69, a, b, a, 1.69, c, b, c, 1.69];
        Assert.Equal((3, 3), (covariance.Rows, covariance.Columns));
        for (var i = 0; i < 9; i++)
        {
            Assert.True(Near(expected[i], covariance[i / 3, i % 3]), $"{name}[{i / 3}, {i % 3}] = {covariance[i / 3, i % 3]:R}");
        }
    }

    private static bool Near(double x, double y) => Math.Abs(x - y) <= 1e-14 * Math.Abs(x);

    private static void Same(Matrix expected, Matrix actual) =>
        MatrixTests.Same(actual, expected.Rows, expected.Columns, expected.AsSpan().ToArray());
}
