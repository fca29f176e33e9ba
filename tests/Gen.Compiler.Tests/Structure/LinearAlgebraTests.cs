using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>Factorisations, solutions and what is made of them, with their adjoints.</summary>
public sealed class LinearAlgebraTests
{
    [Theory]
    [InlineData("a Gaussian process", "rho positive, alpha positive, sigma positive", """
        var rho = Sample(HalfNormal(1));
        var alpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var l = Cholesky(ExpQuad(z, alpha, rho) + (0.1 + sigma) * Identity(z.Length));
        Potential(-0.5 * Sum(Square(SolveTriangular(l, y))) - Sum(Log(Diagonal(l))));
        """)]
    [InlineData("covariance functions", "rho positive, alpha positive", """
        var rho = Sample(HalfNormal(1));
        var alpha = Sample(HalfNormal(1));
        Potential(LogDeterminant(Matern32(z, alpha, rho) + Matern52(y, alpha, 1.5) + Periodic(z, 1, rho, 2) + Identity(5)));
        Potential(Sum(ExpQuad(x, alpha, rho)) + Sum(ExpQuad(x[..2, ..], x, alpha, rho)) + Sum(Matern32(y, z, alpha, rho)));
        """)]
    [InlineData("a length scale per column", "length[3] positive", """
        var length = Sample(HalfNormal(1), 3);
        var scaled = x / length;
        Potential(Sum(Matern32(scaled, 1, 1)) + Sum(Matern52(scaled, 1, 2)) + Sum(Periodic(scaled, 1, 1, 3)) + Sum(ExpQuad(scaled, 1, 1)));
        """)]
    [InlineData("several right-hand sides", "s[3] positive", """
        var s = Sample(HalfNormal(1), 3);
        var l = Cholesky(Dot(Transpose(x), x) + DiagonalMatrix(s));
        var u = SolveTriangular(l, Outer(s, y));
        var v = SolveTriangular(l, u, transpose: true);
        Potential(u * v);
        """)]
    [InlineData("general systems", "w[9]", """
        var w = Sample(Normal(0, 1), 3, 3);
        var a = w + 4 * Identity(3);
        Potential(Solve(a, x[0]) * w[1]);
        Potential(Solve(a, Transpose(x)));
        Potential(Inverse(a) * w);
        """)]
    [InlineData("forms", "w[9], v[3]", """
        var w = Sample(Normal(0, 1), 3, 3);
        var v = Sample(Normal(0, 1), 3);
        Potential(QuadraticForm(w, v) + QuadraticForm(Outer(v, v), x[1]));
        Potential(Diagonal(w) * v);
        """)]
    [InlineData("of data alone", "b", """
        var b = Sample(Normal(0, 1));
        var l = Cholesky(Dot(Transpose(x), x));
        Potential(b * LogDeterminant(Dot(Transpose(x), x)) + b * SolveTriangular(l, x[0]));
        """)]
    [InlineData("in a loop", "s[3] positive", """
        var s = Sample(HalfNormal(1), 3);
        for (var t = 0; t < n; t++)
        {
            var l = Cholesky(Outer(x[t], x[t]) + DiagonalMatrix(s));
            Potential(SolveTriangular(l, x[t]) * s + Log(l[2, 2]));
        }
        """)]
    [InlineData("a Kalman filter", "q positive, r positive", """
        var q = Sample(HalfNormal(1));
        var r = Sample(HalfNormal(1));
        var mean = new Matrix(6, 2);
        var level = Identity(2);
        for (var t = 0; t < 5; t++)
        {
            level = level + q * Identity(2) + 0.1 * Ones(2, 2);
            var l = Cholesky(level + r * Identity(2));
            var innovation = y[t] - mean[t];
            var gain = Dot(level, SolveTriangular(l, SolveTriangular(l, innovation), transpose: true));
            mean[t + 1] = mean[t] + gain;
            Potential(-0.5 * Sum(Square(SolveTriangular(l, innovation))) - Sum(Log(Diagonal(l))));
            level = level / (1 + r);
        }
        """)]
    public void EmittedCodeIsWhatTheBodySays(string what, string latents, string statements) => WrittenModel.Agrees(what, latents, statements);
}
