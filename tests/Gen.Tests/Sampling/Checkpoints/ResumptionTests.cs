using System;
using System.IO;
using System.Linq;
using System.Threading;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>A run that was stopped and gone on with is the run that was not, to the last bit.</summary>
public sealed class ResumptionTests
{
    public static TheoryData<string> Cases => CheckpointCase.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void StoppedManyTimesWithinTrajectories(string name)
    {
        using var folder = new TemporaryFolder();
        var run = CheckpointCase.Of(name);
        var whole = run.Run(run.Options);

        // The cases are what they are called: other centrings than those with which chains begin, directions, divergences.
        Assert.Equal(name.StartsWith("recentred", StringComparison.Ordinal), whole.Statistics.Centering.Any(lambda => lambda is > 0 and < 1));
        Assert.True(name != "nutpie, low rank" || whole.Tuning.All(tuning => tuning.Variances.Length > 0));
        Assert.True(name != "diverging" || whole.Divergences.Count > 0);
        foreach (var threads in (int[])[1, 2])
        {
            var random = new Random(threads);
            var options = run.Options with { Threads = threads, Checkpoint = folder[$"{threads}"], CheckpointInterval = TimeSpan.FromMilliseconds(1) };
            CheckpointCase.RequireSame(whole, run.RunInPieces(_ => options, random, out var pieces));
            Assert.True(pieces >= 2 || whole.Dimension == 0, $"{pieces} pieces");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WithACheckpointDrawsAreThoseWithout(string name)
    {
        using var folder = new TemporaryFolder();
        var run = CheckpointCase.Of(name);
        var options = run.Options with { Checkpoint = folder["run"], CheckpointInterval = TimeSpan.FromTicks(1) };
        CheckpointCase.RequireSame(run.Run(run.Options), run.Run(options));
        Assert.Equal(["run"], folder.Names);
    }

    [Fact]
    public void ACompleteRunIsReadAndNotMadeAgain()
    {
        using var folder = new TemporaryFolder();
        var options = new SamplingOptions { Tune = 100, Draws = 90, Checkpoint = folder["run"] };
        var first = MarkovChains.Sample(_ => new EightSchoolsTarget(), options);
        var time = File.GetLastWriteTimeUtc(folder["run"]);
        var evaluations = 0;
        var reports = new int[4];
        var again = MarkovChains.Sample(
            _ => new Watched(() => Interlocked.Increment(ref evaluations)),
            options with { Progress = new Listener(report => reports[report.Chain] += report is { Finished: true, Draw: 190 } ? 1 : 100) });

        // Each chain's newest position is looked at once, and draws are too few for a look at the geometry.
        Assert.Equal(4, evaluations);
        Assert.Equal([1, 1, 1, 1], reports);
        Assert.Equal(time, File.GetLastWriteTimeUtc(folder["run"]));
        CheckpointCase.RequireSame(first, again);
    }

    [Fact]
    public void ThreadsAndIntervalMayDiffer()
    {
        using var folder = new TemporaryFolder();
        var run = CheckpointCase.Of("recentred");
        var random = new Random(5);
        var result = run.RunInPieces(
            piece => run.Options with { Checkpoint = folder["run"], Threads = 1 + piece % 3, CheckpointInterval = TimeSpan.FromMilliseconds(1 + piece % 30) },
            random, out var pieces);
        CheckpointCase.RequireSame(run.Run(run.Options), result);
        Assert.True(pieces > 3);
    }

    [Fact]
    public void ProgressGoesOnFromWhereItWas()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var options = new SamplingOptions { Chains = 2, Tune = 100, Draws = 1_000_000, Checkpoint = folder["run"] };
        var stopped = new SamplingProgress[2];
        var first = MarkovChains.Sample(_ => NormalTarget.Standard(1), options with
        {
            CancellationToken = source.Token,
            Progress = new Listener(report =>
            {
                stopped[report.Chain] = report;
                if (report.Draw > 2000)
                    source.Cancel();
            }),
        });
        Assert.True(first.Cancelled && first.DrawsPerChain > 1000);

        using var again = new CancellationTokenSource();
        var reports = new SamplingProgress[2];
        MarkovChains.Sample(_ => NormalTarget.Standard(1), options with
        {
            CancellationToken = again.Token,
            Progress = new Listener(report =>
            {
                reports[report.Chain] = report;
                again.Cancel();
            }),
        });
        for (var chain = 0; chain < 2; chain++)
        {
            Assert.True(reports[chain].Draw >= stopped[chain].Draw, $"{reports[chain]} after {stopped[chain]}");

            // Draws before the stop count with the time that they took.
            Assert.InRange(reports[chain].DrawsPerSecond / stopped[chain].DrawsPerSecond, 0.1, 10);
        }
    }

    [Fact]
    public void ACancelledStartLeavesNoFile()
    {
        using var folder = new TemporaryFolder();
        var options = new SamplingOptions { Tune = 20, Draws = 20, Checkpoint = folder["run"] };
        Assert.True(MarkovChains.Sample(_ => NormalTarget.Standard(2), options with { CancellationToken = new(true) }).Cancelled);
        Assert.Empty(folder.Names);
        Assert.Equal(20, MarkovChains.Sample(_ => NormalTarget.Standard(2), options).DrawsPerChain);
    }

    [Fact]
    public void AFailingDensityLeavesTheStateBeforeIt()
    {
        using var folder = new TemporaryFolder();
        var options = new SamplingOptions { Tune = 100, Draws = 200, Checkpoint = folder["run"], CheckpointInterval = TimeSpan.FromTicks(1), Threads = 1 };
        var left = 4000;
        Assert.Throws<InvalidOperationException>(() => MarkovChains.Sample(_ => new Watched(() => _ = --left < 0 ? throw new InvalidOperationException() : 0), options));
        Assert.Equal(["run"], folder.Names);
        CheckpointCase.RequireSame(
            MarkovChains.Sample(_ => new EightSchoolsTarget(), options with { Checkpoint = null }), MarkovChains.Sample(_ => new EightSchoolsTarget(), options));
    }

    private sealed class Watched(Action evaluated) : ILogDensity
    {
        private readonly EightSchoolsTarget schools = new();

        public int Dimension => schools.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            evaluated();
            return schools.Evaluate(position, gradient);
        }
    }

    private sealed class Listener(Action<SamplingProgress> report) : IProgress<SamplingProgress>
    {
        public void Report(SamplingProgress value) => report(value);
    }
}
