using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

/// <summary>Truncated, Censored, Mixture, ZeroInflated and Hurdle as they execute.</summary>
public sealed class ModifierTests
{
    public static IEnumerable<object[]> Cases => Enumerable.Range(0, ModifierCases.All.Count).Select(index => new object[] { ModifierCases.All[index].Name, index });

    [Theory, MemberData(nameof(Cases))]
    public void Density_and_tails_are_those_of_R(string name, int index)
    {
        var d = ModifierCases.All[index].Distribution;
        foreach (var reference in ModifierCases.All[index].References)
        {
            var x = reference[0];
            Close(reference[1], d.LogDensity(x), $"log-density of {name} at {x}");
            Close(reference[2], d.LogCdf(x), $"log-cdf of {name} at {x}");
            Close(reference[3], d.LogSurvival(x), $"log-survival of {name} at {x}");
            Assert.Equal(Math.Exp(d.LogCdf(x)), d.Cdf(x), 1e-13);
        }
    }

    /// <summary>
    /// Kolmogorov and Smirnov's statistic of 20,000 draws against the cdf, at the draws; √n D exceeds 2.23 once in ten thousand correct samplers,
    /// more seldom where single points have probability.
    /// </summary>
    [Theory, MemberData(nameof(Cases))]
    public void Draws_follow_the_cdf(string name, int index)
    {
        const int n = 20_000;
        var d = ModifierCases.All[index].Distribution;
        var random = new RandomStream(20_261_121, index);
        var draws = Enumerable.Range(0, n).Select(_ => d.Draw(random)).Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < n; i++)
        {
            if (i == n - 1 || draws[i + 1] > draws[i])
            {
                distance = Math.Max(distance, Math.Abs((i + 1.0) / n - d.Cdf(draws[i])));
            }
        }

        Assert.True(Math.Sqrt(n) * distance < 2.23, $"{name}: √n D = {Math.Sqrt(n) * distance}");
        Assert.True(double.IsFinite(d.LogDensity(draws[0])) && double.IsFinite(d.LogDensity(draws[^1])), name);
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_quantile_inverts_the_cdf(string name, int index)
    {
        var d = ModifierCases.All[index].Distribution;
        foreach (var p in new[] { 1e-6, 0.001, 0.2, 0.5, 0.9, 0.999 })
        {
            // The smallest value at or below which the probability is at least p.
            var x = d.Quantile(p);
            var below = d.Elements.IsDiscrete ? x - 1 : x - 1e-7 * Math.Max(1, Math.Abs(x));
            Assert.True(d.Cdf(x) >= p * (1 - 1e-9), $"{name}: cdf {d.Cdf(x)} at the quantile {x} of {p}");
            Assert.True(d.Cdf(below) < p, $"{name}: {x} is not the smallest of {p}");
        }

        Assert.True(double.IsNaN(d.Quantile(-0.1)) && double.IsNaN(d.Quantile(1.1)), name);
    }

    /// <summary>Mean and variance against those of 40,000 draws, to five standard errors (of the variance by its own fourth moment).</summary>
    [Theory, MemberData(nameof(Cases))]
    public void Mean_and_variance_are_those_of_draws(string name, int index)
    {
        const int n = 40_000;
        var d = ModifierCases.All[index].Distribution;
        var random = new RandomStream(7, index);
        var draws = Enumerable.Range(0, n).Select(_ => d.Draw(random)).ToArray();
        var average = draws.Average();
        var squares = draws.Select(x => (x - average) * (x - average)).ToArray();
        var variance = squares.Average();
        var error = Math.Sqrt(squares.Sum(s => (s - variance) * (s - variance))) / n;
        if (variance == 0)
        {
            // A draw that is not 0 comes once in a million million.
            Assert.Equal("ZeroInflated(1e-12, Poisson(800))", name);
            Assert.Equal(8e-10, d.Mean, 1e-20);
            return;
        }

        Assert.InRange(d.Mean, average - 5 * Math.Sqrt(variance / n), average + 5 * Math.Sqrt(variance / n));
        Assert.InRange(d.Variance, variance - 5 * error - 1e-12, variance + 5 * error + 1e-12);
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(-3, 0.7)]
    [InlineData(1.5, 30)]
    public void A_truncated_normal_has_the_published_moments(double lower, double upper)
    {
        // Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 13.10.1.
        double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        var (a, b) = ((lower - 1) / 2, (upper - 1) / 2);
        var mass = Functions.NormalCdf(b) - Functions.NormalCdf(a);
        var shift = (Density(a) - Density(b)) / mass;
        var d = Truncated(Normal(1, 2), lower, upper);
        Assert.Equal(1 + 2 * shift, d.Mean, 1e-12);
        Assert.Equal(4 * (1 + (a * Density(a) - b * Density(b)) / mass - shift * shift), d.Variance, 1e-11);
    }

    [Fact]
    public void A_tail_without_a_mean_has_none()
    {
        Assert.Equal(double.PositiveInfinity, Truncated(Cauchy(0, 1), lower: 0).Mean);
        Assert.Equal(double.NegativeInfinity, Truncated(Cauchy(0, 1), upper: 0).Mean);

        // ∫ x / (1 + x²) / ∫ 1 / (1 + x²) from 0 to 1.
        Assert.Equal(2 * Math.Log(2) / Math.PI, Truncated(Cauchy(0, 1), 0, 1).Mean, 1e-13);
    }

    [Fact]
    public void What_cannot_occur_has_no_density()
    {
        Assert.All(
            [
                Truncated(Normal(0, 1), -1, 2).LogDensity(-1.1), Truncated(Normal(0, 1), upper: 2).LogDensity(2.1), Truncated(Poisson(3), lower: 1).LogDensity(0),
                Truncated(Gamma(2, 1), lower: -5).LogDensity(-1), Censored(Normal(0, 1), 0).LogDensity(-0.1), Censored(Normal(0, 1), upper: 1).LogDensity(1.1),
                Mixture([0.5, 0.5], Poisson(1), Poisson(9)).LogDensity(0.5), Mixture([0.5, 0.5], Exponential(1), Gamma(2, 1)).LogDensity(-1),
                ZeroInflated(0.3, Poisson(2)).LogDensity(-1), Hurdle(0.3, Poisson(2)).LogDensity(1.5), Hurdle(0.3, LogNormal(0, 1)).LogDensity(-0.5),
            ],
            value => Assert.Equal(double.NegativeInfinity, value));
        Assert.Equal(double.NaN, Truncated(Normal(0, 1), -1, 2).LogDensity(double.NaN));
    }

    [Fact]
    public void Modifiers_nest()
    {
        // A two-part count that is never above 3, seen from 1 on.
        var d = Truncated(ZeroInflated(0.5, Poisson(2)), upper: 3);
        var masses = Enumerable.Range(0, 4).Select(k => Math.Exp(d.LogDensity(k))).ToArray();
        Assert.Equal(1, masses.Sum(), 1e-14);
        Assert.Equal(Math.Exp(Poisson(2).LogDensity(3) - Poisson(2).LogDensity(2)), masses[3] / masses[2], 1e-14);

        var mixed = Mixture([0.4, 0.6], Truncated(Normal(0, 1), lower: 0), Mixture([0.5, 0.5], Exponential(1), Exponential(3)));
        var expected = 0.4 * 2 * Math.Exp(Normal(0, 1).LogDensity(0.7)) + 0.3 * Math.Exp(-0.7) + 0.9 * Math.Exp(-2.1);
        Assert.Equal(Math.Log(expected), mixed.LogDensity(0.7), 1e-14);

        var inflated = ZeroInflated(0.5, Truncated(Poisson(2), lower: 1));
        Assert.Equal(Hurdle(0.5, Poisson(2)).LogDensity(0), inflated.LogDensity(0), 1e-14);
        Assert.Equal(Hurdle(0.5, Poisson(2)).LogDensity(4), inflated.LogDensity(4), 1e-14);
    }

    [Fact]
    public void Vectors_and_matrices_are_modified_element_by_element()
    {
        Vector mu = new double[] { 0, 1, 2 };
        var truncated = Truncated(Normal(mu, 1), lower: new Vector([0.0, 0.5, double.NegativeInfinity]), upper: 4);
        Assert.Equal(
            [Truncated(Normal(0, 1), 0, 4).LogDensity(1), Truncated(Normal(1, 1), 0.5, 4).LogDensity(1), Truncated(Normal(2, 1), upper: 4).LogDensity(1)],
            truncated.LogDensity(1).AsSpan().ToArray());
        Assert.Equal(Censored(Normal(1, 1), 0.5).LogDensity(0.5), Censored(Normal(mu, 1), 0.5).LogDensity(0.5)[1]);
        Assert.Equal(ZeroInflated(0.2, Poisson(3)).LogDensity(0), ZeroInflated(new double[] { 0.1, 0.2 }, Poisson(3)).LogDensity(0)[1]);

        Matrix rates = new double[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal(Hurdle(0.2, Poisson(4)).LogDensity(2), Hurdle(new double[] { 0.1, 0.2 }, Poisson(rates)).LogDensity(2)[1, 1]);
    }

    [Fact]
    public void Mixtures_take_listed_components_or_an_axis_of_them()
    {
        Vector w = new double[] { 0.2, 0.8 };
        Vector mu = new double[] { 0, 3 };
        var expected = Mixture(w, Normal(0, 1), Normal(3, 1)).LogDensity(1);
        Assert.Equal(expected, Mixture(w, Normal(mu, 1)).LogDensity(1));
        Assert.Equal(Math.Log(0.2 * Math.Exp(-0.5) + 0.8 * Math.Exp(-2)) - Functions.HalfLogTwoPi, expected, 1e-14);

        // Elements of their own: listed, as rows of components, as rows of weights.
        Vector other = new double[] { 3, -1 };
        Matrix both = new double[,] { { 0, 3 }, { 3, -1 } };
        Matrix weights = new double[,] { { 0.2, 0.8 }, { 0.5, 0.5 } };
        Assert.Equal(expected, Mixture(w, Normal(mu, 1), Normal(other, 1)).LogDensity(1)[0]);
        Assert.Equal(Mixture(w, Normal(3, 1), Normal(-1, 1)).LogDensity(1), Mixture(w, Normal(both, 1)).LogDensity(1)[1]);
        Assert.Equal(Mixture([0.5, 0.5], Normal(3, 1), Normal(-1, 1)).LogDensity(1), Mixture(weights, Normal(both, 1)).LogDensity(1)[1]);
        Assert.Equal(Mixture([0.5, 0.5], Normal(0, 1), Normal(3, 1)).LogDensity(1), Mixture(weights, Normal(mu, 1)).LogDensity(1)[1]);
        Assert.Equal(Mixture([0.5, 0.5], Normal(0, 1), Normal(9, 1)).LogDensity(1), Mixture(weights, Normal(0, 1), Normal(9, 1)).LogDensity(1)[1]);
    }

    [Fact]
    public void A_component_without_weight_counts_for_nothing() =>
        Assert.Equal(Normal(0, 1).LogDensity(40), Mixture([1, 0], Normal(0, 1), Normal(40, 1)).LogDensity(40), 1e-12);

    [Fact]
    public void Mistakes_are_named()
    {
        Says("upper of Truncated must be above lower, which is 2; it is 1.", () => Truncated(Normal(0, 1), 2, 1).LogDensity(1));
        Says("Truncated takes lower, upper or both; it was given neither.", () => Truncated(Normal(0, 1)));
        Says("sigma of Normal must be positive; it is -1.", () => Truncated(Normal(0, -1), 0).LogDensity(1));
        Says("lower of Censored must be a whole number, as it is a value of counts; it is 1.5.", () => Censored(Poisson(4), 1.5, 6).LogDensity(2));
        Says("upper of Censored must be a whole number, as it is a value of counts; it is 6.5.", () => Censored(Poisson(4), 1, 6.5).Draw(new RandomStream(1)));
        Says("upper of Censored must be above lower, which is 3; it is 3.", () => Censored(Poisson(4), 3, 3).LogDensity(3));
        Says("psi of ZeroInflated must be between 0 and 1; it is 2.", () => ZeroInflated(2, Poisson(1)).LogDensity(1));
        Says("ZeroInflated of Normal: that is no distribution of counts.", () => ZeroInflated(0.5, Normal(0, 1)));
        Says("the sum of w of Mixture must be 1; it is 0.5.", () => Mixture([0.2, 0.3], Normal(0, 1), Normal(1, 1)).LogDensity(0));
        Says("w[0] of Mixture must be between 0 and 1; it is 1.5 at element 1.", () => Mixture(new double[,] { { 0.5, 0.5 }, { 1.5, -0.5 } }, Normal(0, 1), Normal(new double[] { 1, 2 }, 1)).LogDensity(0));
        Says("Mixture: there are 3 weights for 2 components.", () => Mixture([0.2, 0.3, 0.5], Normal(0, 1), Normal(1, 1)));
        Says("Truncated of Censored: that has probability at single points as well as between them.", () => Truncated(Censored(Normal(0, 1), 0), upper: 1));
        Says("sigma of Normal must be positive; it is -1.", () => Mixture([0.5, 0.5], Normal(0, 1), Normal(0, -1)).LogDensity(0));
        Says("sigma of Normal must be positive; it is -1.", () => Mixture([1, 0], Normal(0, 1), Normal(0, -1)).Cdf(0));
        Says("Truncated(Uniform(lower: 0, upper: 1), lower: 2) is no distribution: there is no probability in what it is restricted to.", () => Truncated(Uniform(0, 1), lower: 2).LogDensity(3));
        Says("Hurdle(psi: 0.5, Binomial(n: 3, p: 0)) is no distribution: there is no probability in what it is restricted to.", () => Hurdle(0.5, Binomial(3, 0)).LogCdf(1));
        var empty = Assert.Throws<InvalidOperationException>(() => Truncated(Uniform(0, 1), lower: 2).Draw(new RandomStream(1)));
        Assert.Equal("Truncated(Uniform(lower: 0, upper: 1), lower: 2) cannot be drawn from: there is no probability between its ends", empty.Message);
    }

    private static void Says(string message, Func<object> call) => Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(() => call()).Message);

    private static void Close(double expected, double actual, string what) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 2e-12 * (1 + Math.Abs(expected)), $"{what}: {actual:R} instead of {expected:R}");
}
