using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>Distributions over vectors and matrices, and latents whose elements are bound to each other.</summary>
public sealed class VectorDistributionTests
{
    [Theory]
    [InlineData("a simplex", "p[3] simplex", """
        var p = Sample(Dirichlet([1.5, 2, 0.7]));
        Observe(group, Categorical(p));
        """)]
    [InlineData("simplices in rows", "a[3] positive, p[3 of 3] simplex", """
        var a = Sample(HalfNormal(1), 3);
        var p = Sample(Dirichlet(1 + a), 3);
        Potential(Log(p[group, other]) * y);
        """)]
    [InlineData("a row of concentrations each", "p[5 of 3] simplex", """
        var p = Sample(Dirichlet(Exp(x)));
        Observe(group, Categorical(p));
        """)]
    [InlineData("ordered", "s positive, mu[3] ordered", """
        var s = Sample(HalfNormal(1));
        var mu = Sample(Ordered(Normal(0, 2), 3));
        Observe(y, Normal(mu[group], s));
        """)]
    [InlineData("ordered positive, elementwise", "mu[3] positiveOrdered", """
        var mu = Sample(Ordered(HalfNormal([1, 2, 3])));
        Observe(y, Normal(mu[group], 1));
        """)]
    [InlineData("rows that are ordered", "mu[2 of 3] ordered", """
        var mu = Sample(Ordered(Normal(0, 2), 3), 2);
        Observe(y, Normal(mu[1, group] - mu[0, group], 1));
        """)]
    [InlineData("zero sum", "e[5] zeroSum", """
        var e = Sample(ZeroSum(Normal(0, 2), 5));
        Observe(y, Normal(e, 1));
        """)]
    [InlineData("a correlation", "s[3] positive, l[3] correlation", """
        var s = Sample(HalfNormal(1), 3);
        var l = Sample(LkjCholesky(3, 2));
        Observe(x, MvNormal(Zeros(3), chol: Dot(DiagonalMatrix(s), l)));
        """)]
    [InlineData("a covariance", "l[3] covariance", """
        var l = Sample(WishartCholesky(5, scale: Identity(3) + Dot(Transpose(x), x)));
        Observe(x, MvNormal(0, chol: l));
        """)]
    [InlineData("a covariance by a factor", "s positive, l[3] covariance", """
        var s = Sample(HalfNormal(1));
        var l = Sample(WishartCholesky(4 + s, chol: s * Identity(3)));
        Observe(x, MvNormal(0, chol: l));
        """)]
    [InlineData("a direction", "u[3] unitLength", """
        var u = Sample(UnitVector(3));
        Observe(y, Normal(Dot(x, u), 1));
        """)]
    [InlineData("normal by covariance", "s positive, m[3]", """
        var s = Sample(HalfNormal(1));
        var m = Sample(Normal(0, 1), 3);
        Observe(x, MvNormal(m, cov: s * Dot(Transpose(x), x) + Identity(3)));
        """)]
    [InlineData("normal by precision", "s positive, m[3]", """
        var s = Sample(HalfNormal(1));
        var m = Sample(MvNormal(0, tau: s * Dot(Transpose(x), x) + Identity(3)));
        Observe(x[1], Normal(m, 1));
        """)]
    [InlineData("a row of means each", "w[15]", """
        var l = Cholesky(Dot(Transpose(x), x));
        var w = Sample(MvNormal(x, chol: l));
        Observe(y, Normal(w[.., 1], 1));
        """)]
    [InlineData("multinomial", "p[3] simplex", """
        var p = Sample(Dirichlet(Ones(3)));
        Observe(counts, Multinomial(Sum((Matrix)counts, 1), p));
        """)]
    [InlineData("logits", "w[3]", """
        var w = Sample(Normal(0, 1), 3);
        Observe(group, Categorical(logitP: x * w));
        Observe(other, Categorical(logitP: w));
        """)]
    [InlineData("ordered categories", "c[2] ordered, b", """
        var c = Sample(Ordered(Normal(0, 2), 2));
        var b = Sample(Normal(0, 1));
        Observe(group, OrderedLogistic(b * y, c));
        Observe(other, OrderedLogistic(b, c));
        """)]
    [InlineData("a random walk", "s positive, r[5]", """
        var s = Sample(HalfNormal(1));
        var r = Sample(GaussianRandomWalk(mu: 0.1, sigma: s), 5);
        Observe(y, Normal(r, 1));
        """)]
    [InlineData("an autoregression", "s positive, rho[2]", """
        var s = Sample(HalfNormal(1));
        var rho = Sample(Normal(0, 1), 2);
        Observe(y, AR(rho, sigma: s, constant: 0.2));
        """)]
    [InlineData("Garch", "omega positive, a fraction, b fraction", """
        var omega = Sample(HalfNormal(1));
        var a = Sample(Uniform(0, 1));
        var b = Sample(Uniform(0, 1));
        Observe(y, Garch(omega, a, b, 0.5));
        Observe(z, Garch(omega, 0.1, b, 1));
        """)]
    [InlineData("in a loop", "p[4 of 3] simplex", """
        var p = new Matrix(n, 3);
        for (var t = 0; t < n; t++)
            p[t] = Sample(Dirichlet(Exp(x[t + 1])));
        Potential(Log(p));
        """)]
    [InlineData("a density as an expression", "m[3], p[3] simplex", """
        var m = Sample(Normal(0, 1), 3);
        var p = Sample(Dirichlet(Ones(3)));
        Potential(MvNormal(m, cov: Identity(3) + Outer(m, m)).LogDensity(x[0]));
        Potential(Categorical(p).LogDensity(2) * 0.5);
        """)]
    public void EmittedCodeIsWhatTheBodySays(string what, string latents, string statements) => WrittenModel.Agrees(what, latents, statements);
}
