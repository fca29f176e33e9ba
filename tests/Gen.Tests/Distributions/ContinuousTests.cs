using System;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>Density, cumulative distribution, quantile, moments and sampler of each continuous distribution agree with one another.</summary>
public sealed class ContinuousTests
{
    public static TheoryData<string, int> Cases => DistributionCases.Continuous;

    [Theory, MemberData(nameof(Cases))]
    public void DensityIntegratesToOne(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        var mass = new Coordinates(family, parameters).Integrate(x => family.LogDensity(x, parameters), _ => 1);
        Assert.Equal(1, mass, 1e-11);
    }

    [Theory, MemberData(nameof(Cases))]
    public void MomentsAreIntegrals(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        var coordinates = new Coordinates(family, parameters);
        var mean = family.Mean(parameters);
        if (family.Support == Support.Circular)
        {
            var cosine = coordinates.Integrate(x => family.LogDensity(x, parameters), x => Math.Cos(x - mean));
            Assert.True(double.IsNaN(mean) || Math.Abs(1 - cosine - family.Variance(parameters)) < 1e-11);
            return;
        }

        if (!double.IsFinite(mean))
            return;
        var scale = family.Quantile(0.75, parameters) - family.Quantile(0.25, parameters);
        Assert.Equal(mean, coordinates.Integrate(x => family.LogDensity(x, parameters), x => x), 1e-10 * (Math.Abs(mean) + scale));
        var variance = family.Variance(parameters);
        if (!double.IsFinite(variance))
            return;
        var integral = coordinates.Integrate(x => family.LogDensity(x, parameters), x => (x - mean) * (x - mean));
        Assert.Equal(1, integral / variance, 1e-9);
    }

    [Theory, MemberData(nameof(Cases))]
    public void DensityIsTheDerivativeOfBothTails(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        var coordinates = new Coordinates(family, parameters);
        foreach (var p in (double[])[1e-4, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 0.9999])
        {
            var y = coordinates.Y(family.Quantile(p, parameters));
            if (Math.Abs(y - coordinates.Kink) <= 2e-3 * coordinates.Width)
                continue;
            var density = family.LogDensity(coordinates.X(y), parameters) + coordinates.LogJacobian(y);
            var lower = Derivative(u => family.LogCdf(coordinates.X(u), parameters), y, 1e-3 * coordinates.Width);
            var upper = Derivative(u => family.LogSurvival(coordinates.X(u), parameters), y, 1e-3 * coordinates.Width);

            var logCdf = family.LogCdf(coordinates.X(y), parameters);
            var logSurvival = family.LogSurvival(coordinates.X(y), parameters);
            Assert.Equal(1, lower / Math.Exp(density - logCdf), 1e-7);
            Assert.Equal(-1, upper / Math.Exp(density - logSurvival), 1e-7);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void QuantileInvertsBothTails(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        foreach (var p in (double[])[1e-60, 1e-12, 1e-5, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-5, 1 - 1e-11])
        {
            var x = family.Quantile(p, parameters);
            var lower = p <= 0.5;
            if (double.IsNegativeInfinity(family.LogCdf(x, parameters)))
            {
                // Rounded down to the end of the support from below the next double, and only from there.
                Assert.True(family.LogCdf(Math.BitIncrement(x), parameters) >= Math.Log(p));
                continue;
            }

            var logTail = lower ? family.LogCdf(x, parameters) : family.LogSurvival(x, parameters);

            // x itself is rounded, which moves the tail by its relative slope.
            var slope = Math.Exp(family.LogDensity(x, parameters) - logTail);
            var expected = Math.Log(lower ? p : 1 - p);
            var rounding = 4e-16 * Math.Abs(x) * slope;
            Assert.True(
                Math.Abs(logTail - expected) <= 1e-11 + 2e-14 * Math.Abs(expected) + rounding || rounding > 0.1,
                $"p = {p}: {x}, {logTail} against {expected}");
        }

        Assert.True(double.IsNaN(family.Quantile(-0.1, parameters)));
        Assert.True(double.IsNaN(family.Quantile(1.1, parameters)));
        Assert.True(double.IsNaN(family.Quantile(double.NaN, parameters)));
        Assert.Equal(0, family.Cdf(family.Quantile(0, parameters), parameters));
        Assert.Equal(1, family.Cdf(family.Quantile(1, parameters), parameters));
    }

    [Theory, MemberData(nameof(Cases))]
    public void CdfIsTheExponentialOfItsLogarithm(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        foreach (var p in (double[])[1e-100, 1e-9, 0.2, 0.5, 0.8, 1 - 1e-9])
        {
            var x = family.Quantile(p, parameters);
            var cdf = family.Cdf(x, parameters);
            if (cdf == 0)
                Assert.Equal(double.NegativeInfinity, family.LogCdf(x, parameters));
            else
                Assert.Equal(1, Math.Exp(family.LogCdf(x, parameters)) / cdf, 1e-12);
            Assert.Equal(1 - cdf, Math.Exp(family.LogSurvival(x, parameters)), 1e-13);
        }
    }

    /// <summary>
    /// Kolmogorov and Smirnov's statistic of 20,000 draws against the cdf; √n D exceeds 2.23 once in ten thousand correct samplers
    /// (2 exp(−2 · 2.23²)).
    /// </summary>
    [Theory, MemberData(nameof(Cases))]
    public void DrawsFollowTheCdf(string name, int index)
    {
        var (family, parameters) = DistributionCases.Get(name, index);
        const int n = 20_000;
        var random = new RandomStream(20_240_607, index);
        var u = new double[n];
        for (var i = 0; i < n; i++)
        {
            var x = family.Draw(random, parameters);
            Assert.True(family.InSupport(x, parameters));
            u[i] = family.Cdf(x, parameters);
        }

        Array.Sort(u);
        var distance = 0.0;
        for (var i = 0; i < n; i++)
            distance = Math.Max(distance, Math.Max(u[i] - (double)i / n, (i + 1.0) / n - u[i]));
        Assert.True(Math.Sqrt(n) * distance < 2.23, $"√n D = {Math.Sqrt(n) * distance}");
    }

    // Central differences over five points: an error of h⁴.
    private static double Derivative(Func<double, double> f, double y, double h)
        => (8 * (f(y + h) - f(y - h)) - (f(y + 2 * h) - f(y - 2 * h))) / (12 * h);
}
