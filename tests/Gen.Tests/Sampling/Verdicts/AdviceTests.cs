using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>A summary advises what its run gives reason for, and nothing that was done already.</summary>
public class AdviceTests
{
    private static readonly SamplingOptions Options = new() { Seed = 1 };

    [Fact]
    public void AdviceIsOnlyWhatTheVerdictSupports()
    {
        var funnel = MarkovChains.Sample(_ => new FunnelTarget(9), Options with { Trajectory = Trajectory.NoUTurn }).Warnings();
        Assert.Contains(funnel, warning => warning.StartsWith("Error:", StringComparison.Ordinal) && warning.EndsWith("biased.", StringComparison.Ordinal));
        Assert.StartsWith("Warning: the posterior is curved in coordinate", funnel[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(funnel, warning => warning.Contains("longer", StringComparison.Ordinal));
        Assert.Empty(MarkovChains.Sample(_ => NormalTarget.Standard(2), Options).Warnings());
    }

    [Theory]
    [InlineData(Trajectory.Walnuts, MetricKind.LowRank)]
    [InlineData(Trajectory.Walnuts, MetricKind.Diagonal)]
    [InlineData(Trajectory.NoUTurn, MetricKind.Diagonal)]
    public void NoStepSizeMendsAnAbruptEnd(Trajectory trajectory, MetricKind metric)
    {
        // An exponential distribution without its support's transform.
        var cliff = new CurveTarget(static x => (x > 0 ? -x : double.NegativeInfinity, -1));
        var run = MarkovChains.Sample(_ => cliff, Options with { Threads = 1, Trajectory = trajectory, Metric = metric, InitialPoint = [1] });
        Assert.All(run.Divergences, divergence => Assert.True(divergence.IsAbrupt));
        Assert.Contains(run.Warnings(), warning => warning.Contains("Most did where the density ends, which no step size mends", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Warnings(), warning => warning.Contains("TargetAccept", StringComparison.Ordinal) || warning.Contains("smaller steps", StringComparison.Ordinal));
    }

    [Fact]
    public void DivergencesOfAFunnelAreNotAbrupt()
    {
        var run = MarkovChains.Sample(_ => new FunnelTarget(9), Options with { Trajectory = Trajectory.NoUTurn });
        Assert.NotEmpty(run.Divergences);
        Assert.All(run.Divergences, divergence => Assert.False(divergence.IsAbrupt));
    }

    [Fact]
    public void TargetAcceptIsRaisedNoFurtherThanItCanBe()
    {
        string Advice(double? target) => Diverged(Options with { TargetAccept = target }, NormalTarget.Standard(2)).First();
        Assert.EndsWith("biased. Raise TargetAccept (0.95, then 0.99).", Advice(null), StringComparison.Ordinal);
        Assert.EndsWith("biased. Raise TargetAccept (0.99).", Advice(0.95), StringComparison.Ordinal);
        Assert.EndsWith("biased.", Advice(0.99), StringComparison.Ordinal);
    }

    [Fact]
    public void SmallerStepsAreAdvisedWhereStepsAreNotAsSmall()
    {
        string Advice(SamplingOptions options) => Diverged(options, new BananaTarget()).Last();
        Assert.EndsWith("Take smaller steps where they are needed (EnergyTolerance = 2), or everywhere (TargetAccept = 0.99).", Advice(Options), StringComparison.Ordinal);
        Assert.EndsWith("Take smaller steps where they are needed (Trajectory = Trajectory.Walnuts), or everywhere (TargetAccept = 0.99).", Advice(Options with { Trajectory = Trajectory.NoUTurn }), StringComparison.Ordinal);
        Assert.EndsWith("Take smaller steps everywhere (TargetAccept = 0.99).", Advice(Options with { EnergyTolerance = 1 }), StringComparison.Ordinal);
        Assert.EndsWith("Take smaller steps where they are needed (EnergyTolerance = 2).", Advice(Options with { TargetAccept = 0.995 }), StringComparison.Ordinal);
        Assert.EndsWith("Smaller steps will not mend it: write the model in other latents.", Advice(Options with { TargetAccept = 0.99, EnergyTolerance = 2 }), StringComparison.Ordinal);
    }

    [Fact]
    public void AScaleIsNamedWhereAnotherLatentDecidesItAndTuningDoesNotCentre()
    {
        var funnel = MarkovChains.Sample(_ => new FunnelTarget(9), Options).Warnings();
        Assert.Contains(" goes with coordinate 0: sample it in units of that scale", funnel[^1], StringComparison.Ordinal);
        foreach (var seed in (long[])[1, 2, 3, 4, 5])
        {
            var cauchys = MarkovChains.Sample(_ => new Cauchys(), Options with { Seed = seed }).Warnings();
            Assert.DoesNotContain(cauchys, warning => warning.Contains("scale", StringComparison.Ordinal) || warning.Contains("smaller steps", StringComparison.Ordinal));
        }

        Assert.Null(MarkovChains.Sample(_ => new CenteredFunnel(9), Options).Statistics.Verdict!.Scaled);
    }

    [Fact]
    public void WhatAMetricWouldTakeUpIsAdvised()
    {
        string Advice(SamplingOptions options) => Diverged(options, new CorrelatedTarget(0.999, 1, 100)).Last();
        Assert.EndsWith("Metric = MetricKind.LowRank, which is the default, takes it up.", Advice(Options with { Metric = MetricKind.Diagonal }), StringComparison.Ordinal);
        Assert.EndsWith(
            "Metric = MetricKind.Dense takes it up, and so does Adaptation = AdaptationSchedule.Nutpie.", Advice(Options with { Adaptation = AdaptationSchedule.Stan }), StringComparison.Ordinal);
    }

    [Fact]
    public void OneChainCannotTell()
    {
        Assert.Equal(
            ["Warning: one chain cannot tell whether there are modes that it has not found."], MarkovChains.Sample(_ => NormalTarget.Standard(2), Options with { Chains = 1 }).Warnings());
        Assert.Empty(MarkovChains.Sample(_ => NormalTarget.Standard(2), Options with { Chains = 2 }).Warnings());
    }

    /// <summary>The warnings of a run, one draw of which is said to have diverged.</summary>
    private static IReadOnlyList<string> Diverged(SamplingOptions options, ILogDensity density)
    {
        var run = MarkovChains.Sample(_ => density, options with { Threads = 1 });
        run.Statistics.Diverging[0] = true;
        return run.Warnings();
    }

    /// <summary>Two independent Cauchys.</summary>
    private sealed class Cauchys : ILogDensity
    {
        public int Dimension => 2;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            var value = 0.0;
            for (var i = 0; i < 2; i++)
            {
                value -= Math.Log(1 + position[i] * position[i]);
                gradient[i] = -2 * position[i] / (1 + position[i] * position[i]);
            }

            return value;
        }
    }
}
