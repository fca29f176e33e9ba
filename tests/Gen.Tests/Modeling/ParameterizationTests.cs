using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

/// <summary>Every set of parameters of every family, on numbers, vectors and matrices.</summary>
public sealed class ParameterizationTests
{
    private static readonly double LogThree = Math.Log(3);

    /// <summary>A distribution written with numbers; its text; a value and the log-density there, computed by hand in Python's math.</summary>
    public static TheoryData<Univariate, string, double, double> Numbers => new()
    {
        { Normal(1, 2), "Normal(mu: 1, sigma: 2)", 1.5, -1.643335713764618 },
        { Normal(1, tau: 0.25), "Normal(mu: 1, tau: 0.25)", 1.5, -1.643335713764618 },
        { Normal(), "Normal(mu: 0, sigma: 1)", 0, -0.91893853320467274 },
        { StudentT(4, 1, 2), "StudentT(nu: 4, mu: 1, sigma: 2)", 1.5, -1.7127368999115842 },
        { StudentT(4, 1, lam: 0.25), "StudentT(nu: 4, mu: 1, lam: 0.25)", 1.5, -1.7127368999115842 },
        { StudentT(4), "StudentT(nu: 4, mu: 0, sigma: 1)", 0, -0.9808292530117262 },
        { Cauchy(1, 2), "Cauchy(alpha: 1, beta: 2)", 1.5, -1.8985016882257801 },
        { Cauchy(), "Cauchy(alpha: 0, beta: 1)", 0, -1.1447298858494002 },
        { Uniform(-1, 2), "Uniform(lower: -1, upper: 2)", 1.5, -1.0986122886681098 },
        { Uniform(), "Uniform(lower: 0, upper: 1)", 0.5, 0 },
        { HalfNormal(2), "HalfNormal(sigma: 2)", 1.5, -1.2001885332046727 },
        { HalfNormal(tau: 0.25), "HalfNormal(tau: 0.25)", 1.5, -1.2001885332046727 },
        { HalfNormal(), "HalfNormal(sigma: 1)", 0, -0.22579135264472743 },
        { HalfCauchy(2), "HalfCauchy(beta: 2)", 1.5, -1.5910169884778198 },
        { HalfCauchy(), "HalfCauchy(beta: 1)", 0, -0.45158270528945486 },
        { LogNormal(1, 2), "LogNormal(mu: 1, sigma: 2)", 1.5, -2.061734789082387 },
        { LogNormal(1, tau: 0.25), "LogNormal(mu: 1, tau: 0.25)", 1.5, -2.061734789082387 },
        { LogNormal(), "LogNormal(mu: 0, sigma: 1)", 1, -0.91893853320467274 },
        { Gamma(4, 2), "Gamma(alpha: 4, beta: 2)", 1.5, -0.8027754226637809 },
        { Gamma(mu: 2, sigma: 1), "Gamma(mu: 2, sigma: 1)", 1.5, -0.8027754226637809 },
        { InverseGamma(6, 10), "InverseGamma(alpha: 6, beta: 10)", 1.5, -0.47690360824158873 },
        { InverseGamma(mu: 2, sigma: 1), "InverseGamma(mu: 2, sigma: 1)", 1.5, -0.47690360824158873 },
        { Exponential(2), "Exponential(lam: 2)", 1.5, -2.3068528194400546 },
        { Exponential(scale: 0.5), "Exponential(scale: 0.5)", 1.5, -2.3068528194400546 },
        { Beta(2, 3), "Beta(alpha: 2, beta: 3)", 0.3, 0.5675839575845989 },
        { Beta(mu: 0.4, sigma: 0.2), "Beta(mu: 0.4, sigma: 0.2)", 0.3, 0.5675839575845989 },
        { Beta(mu: 0.4, nu: 5), "Beta(mu: 0.4, nu: 5)", 0.3, 0.5675839575845989 },
        { Bernoulli(0.25), "Bernoulli(p: 0.25)", 1, -1.3862943611198906 },
        { Bernoulli(logitP: -LogThree), "Bernoulli(logitP: -1.09861)", 1, -1.3862943611198906 },
        { Binomial(10, 0.25), "Binomial(n: 10, p: 0.25)", 3, -1.385165847740092 },
        { Binomial(10, logitP: -LogThree), "Binomial(n: 10, logitP: -1.09861)", 3, -1.385165847740092 },
        { Poisson(2.5), "Poisson(mu: 2.5)", 3, -1.54288727360559 },
        { Poisson(logMu: Math.Log(2.5)), "Poisson(logMu: 0.916291)", 3, -1.54288727360559 },
        { NegativeBinomial(2.5, 1.5), "NegativeBinomial(mu: 2.5, alpha: 1.5)", 3, -2.098495428005163 },
        { NegativeBinomial(n: 1.5, p: 0.375), "NegativeBinomial(n: 1.5, p: 0.375)", 3, -2.098495428005163 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_set_of_numbers_has_its_density(Univariate distribution, string text, double x, double expected)
    {
        Assert.Equal(text, distribution.ToString());
        Assert.Equal(expected, distribution.LogDensity(x), 1e-12);
    }

    /// <summary>The same sets with a vector for their last given parameter.</summary>
    public static TheoryData<Elementwise<Vector>, Univariate> Vectors => new()
    {
        { Normal(1, Twice(2)), Normal(1, 2) },
        { Normal(Twice(1), tau: 0.25), Normal(1, tau: 0.25) },
        { StudentT(4, 1, Twice(2)), StudentT(4, 1, 2) },
        { StudentT(4, Twice(1), lam: 0.25), StudentT(4, 1, lam: 0.25) },
        { Cauchy(1, Twice(2)), Cauchy(1, 2) },
        { Uniform(-1, Twice(2)), Uniform(-1, 2) },
        { HalfNormal(Twice(2)), HalfNormal(2) },
        { HalfNormal(tau: Twice(0.25)), HalfNormal(tau: 0.25) },
        { HalfCauchy(Twice(2)), HalfCauchy(2) },
        { LogNormal(Twice(1), 2), LogNormal(1, 2) },
        { LogNormal(1, tau: Twice(0.25)), LogNormal(1, tau: 0.25) },
        { Gamma(4, Twice(2)), Gamma(4, 2) },
        { Gamma(mu: Twice(2), sigma: 1), Gamma(mu: 2, sigma: 1) },
        { InverseGamma(Twice(6), 10), InverseGamma(6, 10) },
        { InverseGamma(mu: 2, sigma: Twice(1)), InverseGamma(mu: 2, sigma: 1) },
        { Exponential(Twice(2)), Exponential(2) },
        { Exponential(scale: Twice(0.5)), Exponential(scale: 0.5) },
        { Beta(2, Twice(3)), Beta(2, 3) },
        { Beta(mu: Twice(0.4), sigma: 0.2), Beta(mu: 0.4, sigma: 0.2) },
        { Beta(mu: 0.4, nu: Twice(5)), Beta(mu: 0.4, nu: 5) },
        { Bernoulli(Twice(0.25)), Bernoulli(0.25) },
        { Bernoulli(logitP: Twice(-1)), Bernoulli(logitP: -1) },
        { Binomial(10, Twice(0.25)), Binomial(10, 0.25) },
        { Binomial(Twice(10), logitP: -1), Binomial(10, logitP: -1) },
        { Poisson(Twice(2.5)), Poisson(2.5) },
        { Poisson(logMu: Twice(1)), Poisson(logMu: 1) },
        { NegativeBinomial(2.5, Twice(1.5)), NegativeBinomial(2.5, 1.5) },
        { NegativeBinomial(n: Twice(1.5), p: 0.375), NegativeBinomial(n: 1.5, p: 0.375) },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_set_with_a_vector_is_that_of_numbers_at_every_element(Elementwise<Vector> vector, Univariate number)
    {
        Assert.Equal(Enumerable.Repeat(number.ToString(), 2), Enumerable.Range(0, vector.Elements.Count).Select(vector.Elements.Description));
        var x = number.Draw(new RandomStream(1));
        Vector both = [x, x];
        Assert.Equal([number.LogDensity(x), number.LogDensity(x)], vector.LogDensity(both));
        Assert.Equal([number.LogDensity(x), number.LogDensity(x)], vector.LogDensity(x));
        Assert.Equal([number.Cdf(x), number.Cdf(x)], vector.Cdf(both));
        Assert.Equal([number.Cdf(x), number.Cdf(x)], vector.Cdf(x));
        Assert.Equal([number.LogCdf(x), number.LogCdf(x)], vector.LogCdf(both));
        Assert.Equal([number.LogCdf(x), number.LogCdf(x)], vector.LogCdf(x));
        Assert.Equal([number.LogSurvival(x), number.LogSurvival(x)], vector.LogSurvival(both));
        Assert.Equal([number.LogSurvival(x), number.LogSurvival(x)], vector.LogSurvival(x));
        Assert.Equal([number.Quantile(0.4), number.Quantile(0.4)], vector.Quantile(0.4));
        Assert.Equal([number.Mean, number.Mean], vector.Mean);
        Assert.Equal([number.Variance, number.Variance], vector.Variance);
        Assert.Equal(x, vector.Draw(new RandomStream(1))[0]);
        Assert.Equal([number.LogDensity(x), number.Cdf(x), number.LogCdf(x), number.LogSurvival(x)],
            [number.LogDensity(both)[1], number.Cdf(both)[1], number.LogCdf(both)[1], number.LogSurvival(both)[1]]);
    }

    /// <summary>The canonical sets with a matrix for their last parameter.</summary>
    public static TheoryData<Elementwise<Matrix>, Univariate> Matrices => new()
    {
        { Normal(1, Square(2)), Normal(1, 2) },
        { Normal(Twice(1), Square(2)), Normal(1, 2) },
        { StudentT(4, 1, Square(2)), StudentT(4, 1, 2) },
        { Cauchy(1, Square(2)), Cauchy(1, 2) },
        { Uniform(-1, Square(2)), Uniform(-1, 2) },
        { HalfNormal(Square(2)), HalfNormal(2) },
        { HalfCauchy(Square(2)), HalfCauchy(2) },
        { LogNormal(1, Square(2)), LogNormal(1, 2) },
        { Gamma(4, Square(2)), Gamma(4, 2) },
        { Gamma(mu: Square(2), sigma: 1), Gamma(mu: 2, sigma: 1) },
        { InverseGamma(6, Square(10)), InverseGamma(6, 10) },
        { Exponential(Square(2)), Exponential(2) },
        { Beta(2, Square(3)), Beta(2, 3) },
        { Bernoulli(logitP: Square(1)), Bernoulli(logitP: 1) },
        { Binomial(10, Square(0.25)), Binomial(10, 0.25) },
        { Poisson(Square(2.5)), Poisson(2.5) },
        { NegativeBinomial(2.5, Square(1.5)), NegativeBinomial(2.5, 1.5) },
    };

    [Theory]
    [MemberData(nameof(Matrices))]
    public void A_set_with_a_matrix_is_that_of_numbers_at_every_element(Elementwise<Matrix> matrix, Univariate number)
    {
        Assert.Equal(Enumerable.Repeat(number.ToString(), 4), Enumerable.Range(0, matrix.Elements.Count).Select(matrix.Elements.Description));
        var x = number.Draw(new RandomStream(1));
        MatrixTests.Same(matrix.LogDensity(Square(x)), 2, 2, [.. Enumerable.Repeat(number.LogDensity(x), 4)]);
        MatrixTests.Same(matrix.Mean, 2, 2, [.. Enumerable.Repeat(number.Mean, 4)]);
        MatrixTests.Same(number.LogDensity(Square(x)), 2, 2, [.. Enumerable.Repeat(number.LogDensity(x), 4)]);
        MatrixTests.Same(number.Cdf(Square(x)), 2, 2, [.. Enumerable.Repeat(number.Cdf(x), 4)]);
        MatrixTests.Same(number.LogCdf(Square(x)), 2, 2, [.. Enumerable.Repeat(number.LogCdf(x), 4)]);
        MatrixTests.Same(number.LogSurvival(Square(x)), 2, 2, [.. Enumerable.Repeat(number.LogSurvival(x), 4)]);
    }

    private static Vector Twice(double value) => [value, value];

    private static Matrix Square(double value) => new double[,] { { value, value }, { value, value } };
}
