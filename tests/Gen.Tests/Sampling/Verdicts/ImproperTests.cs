using System;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>A posterior that is none is named, with the latents that nothing holds; one with heavy tails is not.</summary>
public class ImproperTests
{
    private static readonly double[] Predictors = [-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2];

    /// <summary>Densities of coordinates among which nothing holds some, and which those are.</summary>
    public static TheoryData<string, string[]> Improper => new()
    {
        { "a constant", ["coordinate 0"] },
        { "a constant beside normals", ["coordinate 0"] },
        { "constants beside a normal", ["coordinate 0", "coordinate 1"] },
        { "a scale without data", ["coordinate 0"] },
        { "a location and a scale with one datum", ["coordinate 0", "coordinate 1"] },
        { "a scale of effects that is flat in its logarithm", ["coordinate 1"] },
        { "a sum", ["coordinate 0", "coordinate 1"] },
        { "coefficients that separate two classes", ["coordinate 1"] },
    };

    public static TheoryData<string> Proper =>
    [
        "StudentT(0.5)", "Cauchy", "StudentT(1.5)", "StudentT(2)", "ten Cauchys", "a half-Cauchy's logarithm", "InverseGamma(0.001, 0.001)", "funnel", "funnel, centred by tuning",
        "eight schools", "location and scale, three data", "Normal(0, 1e6)", "correlated", "between cliffs",
    ];

    [Theory]
    [MemberData(nameof(Improper))]
    public void WhatNothingHoldsIsNamed(string name, string[] latents)
    {
        foreach (var seed in (long[])[1, 2, 3])
        {
            var verdict = Of(Density(name), new() { Seed = seed, Tune = 300, Draws = 300, MaxTreeDepth = 7 });
            Assert.Equal((seed, Geometry.Improper), (seed, verdict.Geometry));
            Assert.Equal(latents, verdict.Latents);
        }
    }

    [Fact]
    public void NothingIsAdvisedButAPrior()
    {
        var run = MarkovChains.Sample(_ => Density("a constant"), new() { Tune = 300, Draws = 300, MaxTreeDepth = 7 });
        run.Statistics.Diverging[0] = true;
        Assert.Collection(
            run.Warnings(),
            warning => Assert.EndsWith("however far coordinate 0 goes beyond all draws. Neither data nor a prior holds it: give it a proper prior.", warning, StringComparison.Ordinal),
            warning => Assert.EndsWith("biased.", warning, StringComparison.Ordinal),
            warning => Assert.EndsWith(").", warning, StringComparison.Ordinal),
            warning => Assert.EndsWith(").", warning, StringComparison.Ordinal),
            warning => Assert.EndsWith("Sampling is slow, not biased.", warning, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Proper))]
    public void HeavyTailsAreProper(string name)
    {
        SamplingOptions[] runs = [new(), new() { Tune = 20, Draws = 100 }, new() { Tune = 0, Draws = 300 }, new() { Chains = 1 }, new() { Metric = MetricKind.Diagonal }];
        foreach (var options in runs)
        {
            for (var seed = 1; seed <= 3; seed++)
                Assert.NotEqual(Geometry.Improper, Of(Density(name), options with { Seed = seed }).Geometry);
        }
    }

    [Fact]
    public void LatentsThatGoToTheEndOfNumbersAreNamed()
    {
        var verdict = Of(NormalTarget.Standard(2), new() { Tune = 200, Draws = 200 });
        ScalarDraws tau = new("tau", [1, 1e200], 1), x = new("x", [0, 1], 1), ratio = new("ratio", [0, double.NaN], 1);
        verdict.Read([tau, x, ratio], [x]);
        Assert.Equal(Geometry.Fine, verdict.Geometry);
        verdict.Read([tau, x, ratio], [tau, x]);
        Assert.Equal(Geometry.Improper, verdict.Geometry);
        Assert.Equal("The posterior is improper, or as good as that: draws of tau go to the end of what numbers can say.", verdict.ToString());
    }

    [Fact]
    public void NoMorePassesAreMadeOfARunWhoseChainsHaveMet()
    {
        var evaluations = 0;
        var run = MarkovChains.Sample(_ => NormalTarget.Standard(3), new() { Seed = 1 });
        Assert.Empty(ImproperDirections.Of(new CurveTarget(x => (++evaluations, -x)), run, move: null));
        Assert.Equal(0, evaluations);
    }

    private static SamplingVerdict Of(ILogDensity density, SamplingOptions options) => MarkovChains.Sample(_ => density, options with { Threads = 1 }).Statistics.Verdict!;

    private static ILogDensity Density(string name) => name switch
    {
        "a constant" => Free(_ => 0, 1, 0),
        "a constant beside normals" => Free(_ => 0, 1, 5),
        "constants beside a normal" => Free(_ => 0, 2, 1),
        "a scale without data" => Free(_ => 1, 1, 0),
        "a location and a scale with one datum" => LocationAndScale([0.3]),
        "a scale of effects that is flat in its logarithm" => new Groups(),
        "a sum" => new DensityTarget(2, (x, slopes) => (slopes[0] = slopes[1] = 3 - x[0] - x[1]) is var residual ? -0.5 * residual * residual : 0),
        "coefficients that separate two classes" => new DensityTarget(2, Separated),
        "StudentT(0.5)" => CurveTarget.StudentT(0.5),
        "Cauchy" => CurveTarget.StudentT(1),
        "StudentT(1.5)" => CurveTarget.StudentT(1.5),
        "StudentT(2)" => CurveTarget.StudentT(2),
        "ten Cauchys" => new DensityTarget(10, static (x, slopes) =>
        {
            for (var i = 0; i < x.Length; i++)
                slopes[i] = -2 * x[i] / (1 + x[i] * x[i]);
            return -x.Sum(static each => Math.Log(1 + each * each));
        }),
        "a half-Cauchy's logarithm" => new CurveTarget(static u => (-Math.Log(2 * Math.Cosh(u)), -Math.Tanh(u))),
        "InverseGamma(0.001, 0.001)" => new CurveTarget(static u => (-0.001 * (u + Math.Exp(-u)), -0.001 * (1 - Math.Exp(-u)))),
        "funnel" => new FunnelTarget(9),
        "funnel, centred by tuning" => new CenteredFunnel(9),
        "eight schools" => new EightSchoolsTarget(),
        "location and scale, three data" => LocationAndScale([0.3, 1.1, -0.4]),
        "Normal(0, 1e6)" => new NormalTarget(1e6),
        "correlated" => new CorrelatedTarget(0.9999, 1, 100),
        "between cliffs" => new CurveTarget(static x => (x is > 0 and < 1 ? 0 : double.NegativeInfinity, 0)),
        _ => throw new ArgumentException(name),
    };

    /// <summary>Coordinates of a constant slope, and standard normals after them.</summary>
    private static DensityTarget Free(Func<int, double> slope, int free, int normals) => new(free + normals, (x, slopes) =>
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            slopes[i] = i < free ? slope(i) : -x[i];
            sum += (i < free ? 1 : 0.5) * slopes[i] * x[i];
        }

        return sum;
    });

    /// <summary>Data from Normal(μ, σ) with both flat, in (μ, log σ).</summary>
    private static DensityTarget LocationAndScale(double[] data) => new(2, (x, slopes) =>
    {
        var (value, scale) = (x[1], Math.Exp(x[1]));
        (slopes[0], slopes[1]) = (0, 1);
        foreach (var datum in data)
        {
            var z = (datum - x[0]) / scale;
            value -= 0.5 * z * z + x[1];
            slopes[0] += z / scale;
            slopes[1] += z * z - 1;
        }

        return value;
    });

    /// <summary>A logistic regression with flat coefficients, whose response is whether the predictor is positive.</summary>
    private static double Separated(double[] x, double[] slopes)
    {
        var value = 0.0;
        Array.Clear(slopes);
        foreach (var predictor in Predictors)
        {
            var logit = Math.Sign(predictor) * (x[0] + predictor * x[1]);
            value -= logit > 0 ? Math.Log(1 + Math.Exp(-logit)) : Math.Log(1 + Math.Exp(logit)) - logit;
            var residual = Math.Sign(predictor) / (1 + Math.Exp(logit));
            slopes[0] += residual;
            slopes[1] += residual * predictor;
        }

        return value;
    }

    /// <summary>The eight schools with a flat prior for log τ in place of their own.</summary>
    private sealed class Groups : ILogDensity
    {
        private readonly EightSchoolsTarget schools = new();

        public int Dimension => schools.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            var ratio = Math.Exp(2 * position[1]) / 25;
            var value = schools.Evaluate(position, gradient) + Math.Log(1 + ratio) - position[1];
            gradient[1] += 2 * ratio / (1 + ratio) - 1;
            return value;
        }
    }
}
