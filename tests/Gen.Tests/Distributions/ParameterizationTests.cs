using System;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>Alternative parameters lead to the canonical ones, and their stable densities to the same values.</summary>
public sealed class ParameterizationTests
{
    public static TheoryData<string, double[], double[]> Canonical => new()
    {
        { "Normal(mu: 2, tau: 4)", Normal.FromPrecision(2, 4), [2, 0.5] },
        { "HalfNormal(tau: 4)", HalfNormal.FromPrecision(4), [0.5] },
        { "StudentT(nu: 3, mu: 1, lam: 4)", StudentT.FromPrecision(3, 1, 4), [3, 1, 0.5] },
        { "LogNormal(mu: 2, tau: 16)", LogNormal.FromPrecision(2, 16), [2, 0.25] },
        { "Gamma(mu: 100, sigma: 40)", Gamma.FromMoments(100, 40), [6.25, 0.0625] },
        { "InverseGamma(mu: 2, sigma: 0.5)", InverseGamma.FromMoments(2, 0.5), [18, 34] },
        { "Exponential(scale: 4)", Exponential.FromScale(4), [0.25] },
        { "Beta(mu: 0.3, sigma: 0.1)", Beta.FromMoments(0.3, 0.1), [6, 14] },
        { "Beta(mu: 0.3, nu: 20)", Beta.FromConcentration(0.3, 20), [6, 14] },
        { "Bernoulli(logitP: log 3)", Bernoulli.FromLogit(Math.Log(3)), [0.75] },
        { "Binomial(n: 10, logitP: log 3)", Binomial.FromLogit(10, Math.Log(3)), [10, 0.75] },
        { "Poisson(logMu: log 5)", Poisson.FromLogMu(Math.Log(5)), [5] },
        { "SkewNormal(mu: 2, tau: 4, alpha: 3)", SkewNormal.FromPrecision(2, 4, 3), [2, 0.5, 3] },
        { "HalfStudentT(nu: 3, lam: 4)", HalfStudentT.FromPrecision(3, 4), [3, 0.5] },
        { "LogitNormal(mu: 2, tau: 16)", LogitNormal.FromPrecision(2, 16), [2, 0.25] },
        { "NegativeBinomial(n: 4, p: 0.25)", NegativeBinomial.FromProbability(4, 0.25), [12, 4] },
    };

    [Theory, MemberData(nameof(Canonical))]
    public void LeadsToCanonicalParameters(string written, double[] actual, double[] expected)
    {
        Assert.False(string.IsNullOrEmpty(written));
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(1, actual[i] / expected[i], 1e-13);
    }

    [Fact]
    public void MomentsAreThoseGiven()
    {
        foreach (var (mu, sigma) in ((double, double)[])[(0.2, 0.3), (0.7, 0.05), (0.5, 0.49)])
        {
            Check(Gamma.FromMoments(mu, sigma), Gamma.Mean, Gamma.Variance);
            Check(InverseGamma.FromMoments(mu, sigma), InverseGamma.Mean, InverseGamma.Variance);
            Check(Beta.FromMoments(mu, sigma), Beta.Mean, Beta.Variance);

            void Check(double[] parameters, Func<double, double, double> mean, Func<double, double, double> variance)
            {
                Assert.Equal(mu, mean(parameters[0], parameters[1]), 1e-12);
                Assert.Equal(sigma * sigma, variance(parameters[0], parameters[1]), 1e-12);
            }
        }
    }

    /// <summary>The number of failures before the fourth success: C(x + 3, x) p⁴ (1 − p)^x.</summary>
    [Theory, InlineData(0, 1), InlineData(2, 10), InlineData(5, 56)]
    public void NegativeBinomialCountsFailures(int x, int combinations)
    {
        var p = NegativeBinomial.FromProbability(4, 0.25);
        var expected = Math.Log(combinations) + 4 * Math.Log(0.25) + x * Math.Log(0.75);
        Assert.Equal(expected, NegativeBinomial.LogDensity(x, p[0], p[1]), 1e-13);
    }

    [Theory, InlineData(-30), InlineData(-4), InlineData(0), InlineData(0.3), InlineData(7)]
    public void StableDensitiesAgreeWithTheCanonicalOnes(double eta)
    {
        var p = Bernoulli.FromLogit(eta)[0];
        foreach (var x in (double[])[0, 1])
            Assert.Equal(Bernoulli.LogDensity(x, p), Bernoulli.LogDensityFromLogit(x, eta), 1e-12);
        foreach (var x in (double[])[0, 1, 6, 10])
        {
            Assert.Equal(Binomial.LogDensity(x, 10, p), Binomial.LogDensityFromLogit(x, 10, eta), 1e-11);
            Assert.Equal(Poisson.LogDensity(x, Math.Exp(eta)), Poisson.LogDensityFromLogMu(x, eta), 1e-11);
        }
    }

    [Fact]
    public void StableDensitiesHoldWhereProbabilitiesRound()
    {
        Assert.Equal(-800, Bernoulli.LogDensityFromLogit(0, 800));
        Assert.Equal(-800, Bernoulli.LogDensityFromLogit(1, -800));
        Assert.Equal(0, Bernoulli.LogDensityFromLogit(1, 800));
        Assert.Equal(-4000, Binomial.LogDensityFromLogit(0, 5, 800), 1e-11);
        Assert.Equal(Math.Log(10) - 1600, Binomial.LogDensityFromLogit(2, 5, -800), 1e-11);
        Assert.Equal(-2400 - Math.Log(6), Poisson.LogDensityFromLogMu(3, -800), 1e-11);
    }

    /// <summary>Large degrees of freedom and shapes reach the limits without the noise of a difference of log Γ.</summary>
    [Fact]
    public void LimitsAreReachedSmoothly()
    {
        foreach (var x in (double[])[0, 3, 7])
        {
            Assert.Equal(Normal.LogDensity(x, 1, 2), StudentT.LogDensity(x, 1e17, 1, 2), 1e-14);
            Assert.Equal(Poisson.LogDensity(x, 4), NegativeBinomial.LogDensity(x, 4, 1e17), 1e-14);
        }
    }

    [Fact]
    public void ImpossibleOutcomesHaveNoProbability()
    {
        Assert.Equal(double.NegativeInfinity, Bernoulli.LogDensity(1, 0));
        Assert.Equal(double.NegativeInfinity, Bernoulli.LogDensity(0, 1));
        Assert.Equal(double.NegativeInfinity, Binomial.LogDensity(3, 4, 1));
        Assert.Equal(double.NegativeInfinity, Poisson.LogDensity(1, 0));
        Assert.Equal(double.NegativeInfinity, NegativeBinomial.LogDensity(2, 0, 3));
        Assert.Equal(double.NegativeInfinity, Geometric.LogDensity(2, 1));
        Assert.Equal(0, NegativeBinomial.LogDensity(0, 0, 3), 1e-15);
    }
}
