using System;
using System.IO;
using System.Linq;
using System.Threading;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>A density and how it is sampled: together the cases have every state that a run can have.</summary>
internal sealed record CheckpointCase(string Name, Func<ILogDensity> Density, SamplingOptions Options)
{
    // With 150 tuning draws Stan's schedule has a window of 25 between its start and its end, and nutpie's several early ones.
    private static readonly SamplingOptions Short = new() { Seed = 4, Tune = 150, Draws = 60, Chains = 3 };

    private static readonly CheckpointCase[] All =
    [
        new("nutpie, diagonal", () => new EightSchoolsTarget(), Short with { Metric = MetricKind.Diagonal }),
        new("nutpie, low rank", () => new Chained(40), Short with { Metric = MetricKind.LowRank, Tune = 300 }),
        new("Stan, diagonal", () => new EightSchoolsTarget(), Short with { Adaptation = AdaptationSchedule.Stan }),
        new("Stan, dense", () => new CorrelatedTarget(0.95, 1, 10), Short with { Adaptation = AdaptationSchedule.Stan, Metric = MetricKind.Dense, Tune = 320 }),
        new("recentred", () => new MeasuredLeaves(5, error: 0.05), Short),
        new("recentred, diagonal", () => new MeasuredLeaves(3, error: 0.3), Short with { Metric = MetricKind.Diagonal }),
        new("halved", () => new FunnelTarget(4), Short with { EnergyTolerance = 2 }),
        new("diverging", () => new FunnelTarget(9), Short with { TargetAccept = 0.6, MaxEnergyError = 1, Trajectory = Trajectory.NoUTurn }),
        new("hardly tuned", () => new EightSchoolsTarget(), Short with { Tune = 7 }),
        new("not tuned", () => NormalTarget.Standard(3), Short with { Tune = 0, InitialPoint = [0.1, 0.2, 0.3] }),
        new("no coordinates", () => NormalTarget.Standard(0), Short with { Tune = 10, Draws = 10 }),
    ];

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    public static CheckpointCase Of(string name) => All.Single(one => one.Name == name);

    public SamplingResult Run(SamplingOptions options) => MarkovChains.Sample(_ => Density(), options);

    /// <summary>Samples, stopped again and again after a random number of evaluations of the density, wherever in a trajectory that is, until it is done.</summary>
    public SamplingResult RunInPieces(Func<int, SamplingOptions> optionsOfPiece, Random random, out int pieces)
    {
        for (pieces = 0; ; pieces++)
        {
            using var source = new CancellationTokenSource();
            var options = optionsOfPiece(pieces);

            // Starting points are searched for in one go, and some trajectories are long.
            var left = File.Exists(options.Checkpoint) ? random.Next(1, 200 * (pieces + 1)) : 100 * (pieces + 1);
            void Count()
            {
                if (Interlocked.Decrement(ref left) == 0)
                    source.Cancel();
            }

            var run = MarkovChains.Sample(_ => Counted.Of(Density(), Count), options with { CancellationToken = source.Token });
            if (!run.Cancelled)
                return run;
        }
    }

    /// <summary>Requires that two runs have the same draws and have learnt the same, to the last bit.</summary>
    public static void RequireSame(SamplingResult expected, SamplingResult actual)
    {
        Assert.Equal(expected.Positions, actual.Positions);
        var (one, other) = (expected.Statistics, actual.Statistics);
        Assert.Equal(one.LogDensity, other.LogDensity);
        Assert.Equal(one.Energy, other.Energy);
        Assert.Equal(one.Acceptance, other.Acceptance);
        Assert.Equal(one.StepSize, other.StepSize);
        Assert.Equal(one.TreeDepth, other.TreeDepth);
        Assert.Equal(one.LeapfrogSteps, other.LeapfrogSteps);
        Assert.Equal(one.Diverging, other.Diverging);
        Assert.Equal(one.Centering, other.Centering);
        Assert.Equal(expected.Divergences.Count, actual.Divergences.Count);
        foreach (var (first, second) in expected.Divergences.Zip(actual.Divergences))
        {
            Assert.Equal((first.Chain, first.Draw), (second.Chain, second.Draw));
            Assert.Equal(first.Position, second.Position);
        }

        foreach (var (first, second) in expected.Tuning.Zip(actual.Tuning))
            RequireSame(first, second);
    }

    public static void RequireSame(ChainTuning expected, ChainTuning actual)
    {
        Assert.Equal(expected.StepSize, actual.StepSize);
        Assert.Equal(expected.InverseMass, actual.InverseMass);
        Assert.Equal(expected.Directions, actual.Directions);
        Assert.Equal(expected.Variances, actual.Variances);
        Assert.Equal(expected.Scales, actual.Scales);
        Assert.Equal(expected.Centering, actual.Centering);
    }

    public override string ToString() => Name;

    /// <summary>A random walk with steps of different sizes: each coordinate is correlated with the next.</summary>
    private sealed class Chained(int dimension) : ILogDensity
    {
        public int Dimension => dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            gradient.Clear();
            double sum = 0, before = 0;
            for (var i = 0; i < dimension; i++)
            {
                var precision = 1.0 + i % 3;
                var step = position[i] - before;
                sum -= 0.5 * precision * step * step;
                gradient[i] -= precision * step;
                if (i > 0)
                    gradient[i - 1] += precision * step;
                before = position[i];
            }

            return sum;
        }
    }

    private class Counted(ILogDensity density, Action evaluated) : ILogDensity
    {
        public int Dimension => density.Dimension;

        public static ILogDensity Of(ILogDensity density, Action evaluated) =>
            density is IRecentering recentering ? new CountedRecentering(recentering, evaluated) : new Counted(density, evaluated);

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            evaluated();
            return density.Evaluate(position, gradient);
        }
    }

    private sealed class CountedRecentering(IRecentering density, Action evaluated) : Counted(density, evaluated), IRecentering
    {
        public void Mark(Span<double> written) => density.Mark(written);

        public double Center(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, Span<double> coordinates, Span<double> locations, Span<double> logScales) =>
            density.Center(position, centering, coordinates, locations, logScales);

        public void Pull(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, ReadOnlySpan<double> slopes, Span<double> gradient) =>
            density.Pull(position, centering, slopes, gradient);
    }
}
