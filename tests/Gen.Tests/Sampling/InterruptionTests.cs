using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class InterruptionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void CancellingReturnsWhatEveryChainHasDrawn(int threads)
    {
        using var source = new CancellationTokenSource();
        var progress = new Listener(report =>
        {
            if (report.Draw > 5000)
                source.Cancel();
        });
        var options = new SamplingOptions { Draws = 2_000_000, Tune = 100, Threads = threads, Seed = 6 };
        var result = MarkovChains.Sample(_ => NormalTarget.Standard(2), options with { Progress = progress, CancellationToken = source.Token });
        Assert.True(result.Cancelled);
        Assert.InRange(result.DrawsPerChain, 1, 1_999_999);
        Assert.Equal(4 * result.DrawsPerChain * 2, result.Positions.Length);
        Assert.Equal(4 * result.DrawsPerChain, result.Statistics.Energy.Length);

        // They are the first draws of the run that was not cancelled.
        var kept = Math.Min(100, result.DrawsPerChain);
        var whole = MarkovChains.Sample(_ => NormalTarget.Standard(2), options with { Draws = 100 });
        for (var chain = 0; chain < 4; chain++)
        {
            Assert.Equal(whole.Position(chain, kept - 1).ToArray(), result.Position(chain, kept - 1).ToArray());
            Assert.Equal(whole.Statistics.LogDensity[chain * 100 + kept - 1], result.Statistics.LogDensity[chain * result.DrawsPerChain + kept - 1]);
        }
    }

    [Fact]
    public void CancellingBeforeTheFirstDrawReturnsNone()
    {
        var result = MarkovChains.Sample(_ => NormalTarget.Standard(2), new SamplingOptions { CancellationToken = new CancellationToken(true) });
        Assert.True(result.Cancelled);
        Assert.Equal((4, 0), (result.Chains, result.DrawsPerChain));
        Assert.Empty(result.Positions);
    }

    [Fact]
    public void CancellingEndsALongTrajectory()
    {
        // A flat density never turns: one draw would take 2^20 gradients of a millisecond.
        using var source = new CancellationTokenSource();
        var steps = 0;
        var slow = new CurveTarget(_ =>
        {
            if (++steps == 500)
                source.Cancel();
            return (0, 0);
        });
        var result = MarkovChains.Sample(_ => slow, new SamplingOptions { Chains = 1, Tune = 0, MaxTreeDepth = 20, CancellationToken = source.Token });
        Assert.True(result.Cancelled);
        Assert.Equal(500, steps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AnExceptionOfADensitySurfacesWithItsStackAndStopsTheOthers(int threads)
    {
        var run = Task.Run(() => MarkovChains.Sample(
            chain =>
            {
                var steps = 0;
                return chain == 2 ? new CurveTarget(x => ++steps > 200 ? Fail() : (-x * x / 2, -x)) : NormalTarget.Standard(1);
            },
            new SamplingOptions { Draws = 100_000_000, Threads = threads }));
        var exception = Assert.Throws<InvalidOperationException>(() => run.GetAwaiter().GetResult());
        Assert.Equal("the density failed", exception.Message);
        Assert.Contains(nameof(Fail), exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExceptionOfAProgressListenerSurfacesToo() =>
        Assert.Throws<NotSupportedException>(() => MarkovChains.Sample(
            _ => NormalTarget.Standard(1), new SamplingOptions { Progress = new Listener(_ => throw new NotSupportedException()) }));

    [Fact]
    public void ProgressTellsOfEveryChainOneReportAtATime()
    {
        int inside = 0, overlapping = 0;
        var last = new SamplingProgress[4];
        var options = new SamplingOptions { Draws = 200_000, Tune = 50_000 };
        var progress = new Listener(report =>
        {
            overlapping += Interlocked.Increment(ref inside) > 1 ? 1 : 0;
            Assert.True(report.Draw >= last[report.Chain].Draw && !last[report.Chain].Finished);
            Assert.Equal(report.Draw < 50_000, report.Tuning);
            last[report.Chain] = report;
            Interlocked.Decrement(ref inside);
        });
        var result = MarkovChains.Sample(_ => NormalTarget.Standard(1), options with { Draws = 30_000, Tune = 50_000, Progress = progress });
        Assert.Equal(0, overlapping);
        for (var chain = 0; chain < 4; chain++)
        {
            Assert.Equal((chain, 4, 80_000, 50_000, 80_000, true), (last[chain].Chain, last[chain].Chains, last[chain].Draw, last[chain].Tune, last[chain].TotalDraws, last[chain].Finished));
            Assert.True(last[chain].DrawsPerSecond > 0 && last[chain].TreeDepth > 0 && last[chain].StepSize > 0);
            Assert.Equal(result.Divergences.Count(divergence => divergence.Chain == chain), last[chain].Divergences);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (double, double) Fail() => throw new InvalidOperationException("the density failed");

    private sealed class Listener(Action<SamplingProgress> report) : IProgress<SamplingProgress>
    {
        public void Report(SamplingProgress value) => report(value);
    }
}
