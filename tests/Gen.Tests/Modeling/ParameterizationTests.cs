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
        { Laplace(1, 2), "Laplace(mu: 1, b: 2)", 1.5, -1.6362943611198906 },
        { Logistic(1, 2), "Logistic(mu: 1, s: 2)", 1.5, -2.0950260203176323 },
        { Logistic(), "Logistic(mu: 0, s: 1)", 0, -1.3862943611198906 },
        { Gumbel(1, 2), "Gumbel(mu: 1, beta: 2)", 1.5, -1.7219479636313504 },
        { SkewNormal(1, 2, 3), "SkewNormal(mu: 1, sigma: 2, alpha: 3)", 1.5, -1.207182800043038 },
        { SkewNormal(1, tau: 0.25, alpha: 3), "SkewNormal(mu: 1, tau: 0.25, alpha: 3)", 1.5, -1.207182800043038 },
        { SkewNormal(), "SkewNormal(mu: 0, sigma: 1, alpha: 1)", 0.5, -0.7197377679333837 },
        { Weibull(2, 3), "Weibull(alpha: 2, beta: 3)", 1.5, -1.3486122886681098 },
        { Pareto(2, 1.25), "Pareto(alpha: 2, m: 1.25)", 1.5, -0.07696104113612834 },
        { ChiSquared(5), "ChiSquared(nu: 5)", 1.5, -2.159353159710536 },
        { HalfStudentT(4, 2), "HalfStudentT(nu: 4, sigma: 2)", 1.5, -1.309770147483524 },
        { HalfStudentT(4, lam: 0.25), "HalfStudentT(nu: 4, lam: 0.25)", 1.5, -1.309770147483524 },
        { Triangular(-1, 2, 1), "Triangular(lower: -1, upper: 2, c: 1)", 1.5, -1.0986122886681098 },
        { Triangular(), "Triangular(lower: 0, upper: 1, c: 0.5)", 0.25, 0.0 },
        { LogitNormal(1, 2), "LogitNormal(mu: 1, sigma: 2)", 0.3, -0.47800163862384215 },
        { LogitNormal(1, tau: 0.25), "LogitNormal(mu: 1, tau: 0.25)", 0.3, -0.47800163862384215 },
        { VonMises(1, 2), "VonMises(mu: 1, kappa: 2)", 1.5, -0.9067054841115563 },
        { VonMises(), "VonMises(mu: 0, kappa: 1)", 0, -1.0737914249165241 },
        { Geometric(0.25), "Geometric(p: 0.25)", 3, -1.9616585060234524 },
        { DiscreteUniform(-2, 5), "DiscreteUniform(lower: -2, upper: 5)", 3, -2.0794415416798357 },
        { BetaBinomial(10, 2, 3), "BetaBinomial(n: 10, alpha: 2, beta: 3)", 3, -1.9389414797392264 },
        { Flat(), "Flat()", 3, 0 },
        { Flat(lower: -1), "Flat(lower: -1)", 3, 0 },
        { Flat(upper: 4), "Flat(upper: 4)", 3, 0 },
        { Flat(-1, 4), "Flat(lower: -1, upper: 4)", 3, 0 },
        { HalfFlat(), "HalfFlat()", 3, 0 },
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
        { Laplace(1, Twice(2)), Laplace(1, 2) },
        { Logistic(Twice(1), 2), Logistic(1, 2) },
        { Gumbel(1, Twice(2)), Gumbel(1, 2) },
        { SkewNormal(1, 2, Twice(3)), SkewNormal(1, 2, 3) },
        { SkewNormal(1, tau: Twice(0.25), alpha: 3), SkewNormal(1, tau: 0.25, alpha: 3) },
        { Weibull(2, Twice(3)), Weibull(2, 3) },
        { Pareto(2, Twice(1.25)), Pareto(2, 1.25) },
        { ChiSquared(Twice(5)), ChiSquared(5) },
        { HalfStudentT(4, Twice(2)), HalfStudentT(4, 2) },
        { HalfStudentT(Twice(4), lam: 0.25), HalfStudentT(4, lam: 0.25) },
        { Triangular(-1, Twice(2), 1), Triangular(-1, 2, 1) },
        { LogitNormal(1, Twice(2)), LogitNormal(1, 2) },
        { LogitNormal(Twice(1), tau: 0.25), LogitNormal(1, tau: 0.25) },
        { VonMises(1, Twice(2)), VonMises(1, 2) },
        { Geometric(Twice(0.25)), Geometric(0.25) },
        { DiscreteUniform(-2, Twice(5)), DiscreteUniform(-2, 5) },
        { BetaBinomial(10, 2, Twice(3)), BetaBinomial(10, 2, 3) },
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
        { Laplace(1, Square(2)), Laplace(1, 2) },
        { Logistic(1, Square(2)), Logistic(1, 2) },
        { Gumbel(1, Square(2)), Gumbel(1, 2) },
        { SkewNormal(1, 2, Square(3)), SkewNormal(1, 2, 3) },
        { Weibull(2, Square(3)), Weibull(2, 3) },
        { Pareto(2, Square(1.25)), Pareto(2, 1.25) },
        { ChiSquared(Square(5)), ChiSquared(5) },
        { HalfStudentT(4, Square(2)), HalfStudentT(4, 2) },
        { Triangular(-1, Square(2), 1), Triangular(-1, 2, 1) },
        { LogitNormal(1, Square(2)), LogitNormal(1, 2) },
        { VonMises(1, Square(2)), VonMises(1, 2) },
        { Geometric(Square(0.25)), Geometric(0.25) },
        { DiscreteUniform(-2, Square(5)), DiscreteUniform(-2, 5) },
        { BetaBinomial(10, 2, Square(3)), BetaBinomial(10, 2, 3) },
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
