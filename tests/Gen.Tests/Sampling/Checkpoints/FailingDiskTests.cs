using System;
using System.IO;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>A disk that fails while a run goes on costs the file, and not the draws.</summary>
public sealed class FailingDiskTests : IDisposable
{
    private static readonly SamplingOptions Options = new() { Tune = 100, Draws = 90, Chains = 2, Seed = 3, Threads = 1, CheckpointInterval = TimeSpan.FromTicks(1) };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheRunGoesOnAndTheSummaryTells()
    {
        var run = Sample(fails: static evaluation => evaluation > 100);
        CheckpointCase.RequireSame(MarkovChains.Sample(_ => new EightSchoolsTarget(), Options), run);
        Assert.StartsWith($"The checkpoint '{folder["run"]}' cannot be written: ", run.Statistics.CheckpointFailure, StringComparison.Ordinal);
        Assert.Equal($"Error: these draws are in no checkpoint. {run.Statistics.CheckpointFailure}", run.Warnings()[0]);

        // The file is that of before, from which the run goes on.
        Directory.Delete(folder["run.new"]);
        Assert.Equal(["run"], folder.Names);
        var again = MarkovChains.Sample(_ => new EightSchoolsTarget(), Options with { Checkpoint = folder["run"] });
        CheckpointCase.RequireSame(run, again);
        Assert.Null(again.Statistics.CheckpointFailure);
    }

    [Fact]
    public void ADiskThatWorksAgainIsWrittenTo()
    {
        var run = Sample(fails: evaluation => evaluation is > 100 and < 600);
        Assert.Null(run.Statistics.CheckpointFailure);
        Assert.Equal(["run"], folder.Names);
        var evaluations = 0;
        MarkovChains.Sample(_ => new Watched(() => evaluations++), Options with { Checkpoint = folder["run"] });
        Assert.Equal(2, evaluations);
    }

    [Fact]
    public void AtTheStartItIsRefused()
    {
        Directory.CreateDirectory(folder["run.new"]);
        var exception = Assert.Throws<CheckpointException>(() => Sample(fails: static _ => true));
        Assert.StartsWith($"The checkpoint '{folder["run"]}' cannot be written: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkIsFollowed()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(folder["other"]);
        File.CreateSymbolicLink(folder["run"], folder["other/file"]);
        var options = Options with { Checkpoint = folder["run"] };
        var run = MarkovChains.Sample(_ => new EightSchoolsTarget(), options);
        Assert.NotNull(new FileInfo(folder["run"]).LinkTarget);
        Assert.Equal([folder["other/file"]], Directory.GetFiles(folder["other"]));
        CheckpointCase.RequireSame(run, MarkovChains.Sample(_ => new EightSchoolsTarget(), options));
        CheckpointCase.RequireSame(run, MarkovChains.Sample(_ => new EightSchoolsTarget(), options with { Checkpoint = folder["other/file"] }));
    }

    /// <summary>Samples on a disk where no new file can be made while <paramref name="fails"/> says so of the number of evaluations.</summary>
    private SamplingResult Sample(Func<int, bool> fails)
    {
        var evaluations = 0;
        return MarkovChains.Sample(_ => new Watched(Evaluated), Options with { Checkpoint = folder["run"] });

        void Evaluated()
        {
            if (!File.Exists(folder["run"]))
                return;

            // A folder stands where the file is to be made.
            if (!fails(++evaluations))
                Directory.GetDirectories(folder[""], "run.new").ToList().ForEach(Directory.Delete);
            else if (!File.Exists(folder["run.new"]))
                Directory.CreateDirectory(folder["run.new"]);
        }
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
}
