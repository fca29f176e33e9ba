using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class StepSizeTests
{
    [Theory]
    [InlineData(0.6)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void DualAveragingFindsTheStepSizeThatMeetsTheTarget(double target)
    {
        // An acceptance of e^(−ε) plus noise of standard deviation 0.05 meets the target at ε = −log target.
        var averaging = new DualAveraging(target);
        averaging.Restart(0.1);
        var random = new RandomStream(3);
        for (var i = 0; i < 5000; i++)
            averaging.Learn(Math.Exp(-averaging.StepSize) + 0.05 * random.NextNormal());
        Assert.InRange(Math.Exp(-averaging.AverageStepSize) - target, -0.005, 0.005);
    }

    [Fact]
    public void DualAveragingFollowsThePublishedRecursion()
    {
        var averaging = new DualAveraging(0.8);
        averaging.Restart(0.5);
        Assert.Equal(0.5, averaging.StepSize, 14);
        averaging.Learn(0.3);
        var error = (0.8 - 0.3) / 11;
        var log = Math.Log(5) - error / 0.05;
        Assert.Equal(Math.Exp(log), averaging.StepSize, 14);
        Assert.Equal(Math.Exp(log), averaging.AverageStepSize, 14);
        averaging.Learn(0.9);
        error = error * (1 - 1.0 / 12) + (0.8 - 0.9) / 12;
        var next = Math.Log(5) - error * Math.Sqrt(2) / 0.05;
        var weight = Math.Pow(2, -0.75);
        Assert.Equal(Math.Exp(next), averaging.StepSize, 14);
        Assert.Equal(Math.Exp(weight * next + (1 - weight) * log), averaging.AverageStepSize, 14);
    }

    [Fact]
    public void DualAveragingStaysBelowItsLargestStepSize()
    {
        var averaging = new DualAveraging(0.8, Math.PI);
        averaging.Restart(1);
        averaging.Learn(1);
        Assert.Equal(Math.PI, averaging.StepSize, 12);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1)]
    [InlineData(1e3)]
    public void TheSearchFindsTheOrderOfMagnitude(double scale)
    {
        // For a normal with unit metric, the step size at which one step in 20 dimensions is accepted is of the order of the scale.
        var sampler = Sampler(new NormalTarget([.. Enumerable.Repeat(scale, 20)]));
        Assert.True(sampler.TryMoveTo([.. Enumerable.Range(0, 20).Select(i => scale * (i % 2 == 0 ? 1 : -1))]));
        var random = new RandomStream(1);
        Assert.InRange(StepSizeSearch.Find(sampler, 1, 0.8, random) / scale, 0.1, 4);
        Assert.InRange(StepSizeSearch.Find(sampler, 1e4, 0.8, random) / scale, 0.1, 4);
    }

    [Fact]
    public void TheSearchLeavesAFlatDensityAlone()
    {
        var sampler = Sampler(new CurveTarget(_ => (0, 0)));
        Assert.True(sampler.TryMoveTo([0.0]));
        Assert.Equal(0.1, StepSizeSearch.Find(sampler, 0.1, 0.8, new RandomStream(1)));
    }

    private static NoUTurnSampler Sampler(ILogDensity target) => new(new Leapfrog(target, new DiagonalMetric(target.Dimension)), 10, 1000);
}
