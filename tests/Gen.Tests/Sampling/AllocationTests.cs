using System;
using System.Threading;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class AllocationTests
{
    [Theory]
    [InlineData(AdaptationSchedule.Nutpie, MetricKind.Diagonal)]
    [InlineData(AdaptationSchedule.Stan, MetricKind.Diagonal)]
    [InlineData(AdaptationSchedule.Stan, MetricKind.Dense)]
    public void AChainAllocatesNothingOnceItHasBegun(AdaptationSchedule schedule, MetricKind metric)
    {
        var options = new SamplingOptions { Adaptation = schedule, Metric = metric, Chains = 1, Draws = 500, Tune = 500 };
        var target = NormalTarget.Standard(20);
        var chain = new Chain(0, target, options, new double[500 * 20], new SampleStatistics(1, 500, 10), SampledModel.Unknown, null);
        chain.Advance(0, CancellationToken.None);
        Assert.Equal(1, chain.Done);

        var before = GC.GetAllocatedBytesForCurrentThread();
        while (!chain.Complete)
            chain.Advance(0, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(chain.Divergences);
    }

    [Fact]
    public void KeptDrawsWithALowRankMetricAllocateNothing()
    {
        // While tuning, the estimate grows with the draws that it is made of.
        var options = new SamplingOptions { Metric = MetricKind.LowRank, Chains = 1, Draws = 500, Tune = 500 };
        var chain = new Chain(0, new CorrelatedTarget(0.99, 1, 10), options, new double[500 * 2], new SampleStatistics(1, 500, 10), SampledModel.Unknown, null);
        while (chain.Kept == 0)
            chain.Advance(0, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (!chain.Complete)
            chain.Advance(0, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void DivergingTransitionsAllocateNothingInTheSampler()
    {
        var sampler = new NoUTurnSampler(new Leapfrog(new FunnelTarget(9), new DiagonalMetric(10)), 10, 1000) { StepSize = 0.8 };
        Assert.True(sampler.TryMoveTo(new double[10]));
        var random = new RandomStream(1);
        sampler.Draw(random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var divergences = 0;
        for (var i = 0; i < 2000; i++)
            divergences += sampler.Draw(random).Diverging ? 1 : 0;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(divergences > 0);
    }
}
