using System;
using System.Collections.Generic;
using Gen.Distributions;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>Probabilities, cumulative distribution, quantile, moments and sampler of each discrete distribution agree with one another.</summary>
public sealed class DiscreteTests
{
    public static TheoryData<string, int> Cases => DistributionCases.Discrete;

    [Theory, MemberData(nameof(Cases))]
    public void ProbabilitiesSumToOneAndToTheMoments(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        double mass = 0, first = 0, second = 0;
        var mean = family.Mean(parameters);
        foreach (var k in Values(family, parameters))
        {
            var probability = Math.Exp(family.LogDensity(k, parameters));
            mass += probability;
            first += k * probability;
            second += (k - mean) * (k - mean) * probability;
        }

        // log Γ at 12,345 has an absolute error of 1e-11, the largest among the cases.
        Assert.Equal(1, mass, 1e-10);
        Assert.Equal(1, first / mean, 1e-10);
        Assert.Equal(1, second / family.Variance(parameters), 1e-9);
    }

    [Theory, MemberData(nameof(Cases))]
    public void ProbabilityIsTheStepOfBothTails(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        foreach (var k in Values(family, parameters))
        {
            var logProbability = family.LogDensity(k, parameters);
            if (logProbability < -600)
                continue;
            var lower = Math.Exp(family.LogCdf(k, parameters)) - Math.Exp(family.LogCdf(k - 1, parameters));
            var upper = Math.Exp(family.LogSurvival(k - 1, parameters)) - Math.Exp(family.LogSurvival(k, parameters));
            var step = family.LogCdf(k, parameters) < -0.7 ? lower : upper;
            Assert.Equal(1, step / Math.Exp(logProbability), 1e-9);
            Assert.Equal(family.Cdf(k, parameters), family.Cdf(k + 0.5, parameters));
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void QuantileIsTheSmallestValueThatReaches(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        foreach (var k in Values(family, parameters))
        {
            // Above, a step of the cdf is lost in the rounding of 1.
            if (family.LogSurvival(k, parameters) < -25 || family.LogDensity(k, parameters) < -600)
                continue;
            var cdf = family.Cdf(k, parameters);
            Assert.Equal(k, family.Quantile(cdf, parameters));
            if (family.LogDensity(k, parameters) - Math.Log(cdf) > -20)
                Assert.Equal(k, family.Quantile(cdf * (1 - 1e-10), parameters));
        }

        foreach (var p in (double[])[1e-200, 1e-5, 0.1, 0.5, 0.77, 0.999, 1 - 1e-10])
        {
            var k = family.Quantile(p, parameters);
            Assert.True(family.Cdf(k, parameters) >= p * (1 - 2e-14));
            Assert.True(k == Least(family, parameters) || family.Cdf(k - 1, parameters) < p);
        }

        Assert.Equal(Least(family, parameters), family.Quantile(0, parameters));
        var greatest = name switch
        {
            nameof(Bernoulli) => 1,
            nameof(Binomial) or nameof(BetaBinomial) => parameters[0],
            nameof(DiscreteUniform) => parameters[1],
            _ => double.PositiveInfinity,
        };
        Assert.Equal(greatest, family.Quantile(1, parameters));
        Assert.True(double.IsNaN(family.Quantile(-0.1, parameters)));
        Assert.True(double.IsNaN(family.Quantile(1.1, parameters)));
    }

    /// <summary>
    /// Pearson's statistic of 400,000 draws over cells with at least ten expected; a correct sampler exceeds the limit once in ten thousand.
    /// </summary>
    [Theory, MemberData(nameof(Cases))]
    public void DrawsFollowTheProbabilities(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        const int n = 400_000;
        var random = new RandomStream(77, index);
        var counts = new Dictionary<double, int>();
        for (var i = 0; i < n; i++)
        {
            var k = family.Draw(random, parameters);
            Assert.True(family.InSupport(k, parameters));
            counts[k] = counts.GetValueOrDefault(k) + 1;
        }

        double statistic = 0, expected = 0, cumulative = 0;
        int observed = 0, cells = 0, left = n;
        foreach (var k in Values(family, parameters))
        {
            var probability = Math.Exp(family.LogDensity(k, parameters));
            expected += n * probability;
            cumulative += n * probability;
            observed += counts.GetValueOrDefault(k);
            if (expected < 10 || n - cumulative < 10)
                continue;
            statistic += (observed - expected) * (observed - expected) / expected;
            left -= observed;
            cells++;
            (expected, observed) = (0, 0);
        }

        // What remains, including everything beyond the last cell.
        expected += Math.Max(0, n - cumulative);
        statistic += (left - expected) * (left - expected) / expected;
        Assert.True(cells >= 1);
        Assert.True(Gamma.LogSurvival(0.5 * statistic, 0.5 * cells, 1) > Math.Log(1e-4), $"χ² = {statistic} on {cells} degrees of freedom");
    }

    private static double Least(DistributionFamily family, double[] parameters) => family.Support switch
    {
        Support.PositiveCount => 1,
        Support.Integer => parameters[0],
        _ => 0,
    };

    private static IEnumerable<double> Values(DistributionFamily family, double[] parameters)
    {
        var mean = family.Mean(parameters);
        var reach = 30 * Math.Sqrt(family.Variance(parameters)) + 200;
        for (var k = Math.Max(Least(family, parameters), Math.Floor(mean - reach)); k <= mean + reach && family.InSupport(k, parameters); k++)
            yield return k;
    }
}
