using System;
using System.Linq;
using System.Threading;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>Trajectories of macro steps: they leave their target invariant, and reach what steps of one size do not.</summary>
public class WalnutsTests
{
    // Kolmogorov's statistic √n D exceeds this with probability 1e-4.
    private const double Critical = 2.23;

    // Small enough that many steps of the tests are halved.
    private const double Tolerance = 2;

    public static TheoryData<double, double, int> Settings
    {
        get
        {
            var data = new TheoryData<double, double, int>();
            foreach (var (tolerance, stepSize) in ((double, double)[])[(Tolerance, 0.5), (Tolerance, 1), (Tolerance, 2), (new SamplingOptions().EnergyTolerance, 2)])
            foreach (var depth in (int[])[1, 3, 10])
                data.Add(tolerance, stepSize, depth);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OneTransitionLeavesAFunnelInvariant(double tolerance, double stepSize, int maxTreeDepth) => CheckInvariance(
        new FunnelTarget(1),
        z => [3 * z[0], z[1] * Math.Exp(1.5 * z[0])],
        x => [x[0] / 3, x[1] * Math.Exp(-x[0] / 2)],
        tolerance,
        stepSize,
        maxTreeDepth,
        trials: 100_000);

    [Fact]
    public void OneTransitionLeavesAFunnelOfAHundredCoordinatesInvariant() => CheckInvariance(
        new FunnelTarget(99),
        z => [.. z.Select((value, i) => i == 0 ? 3 * value : value * Math.Exp(1.5 * z[0]))],
        x => [x[0] / 3, x[1] * Math.Exp(-x[0] / 2)],
        Tolerance,
        stepSize: 0.3,
        maxTreeDepth: 6,
        trials: 10_000);

    [Theory]
    [MemberData(nameof(Settings))]
    public void OneTransitionLeavesABananaInvariant(double tolerance, double stepSize, int maxTreeDepth) => CheckInvariance(
        new BananaTarget(),
        z => [z[0], z[0] * z[0] + BananaTarget.Width * z[1]],
        x => [x[0], (x[1] - x[0] * x[0]) / BananaTarget.Width],
        tolerance,
        stepSize,
        maxTreeDepth,
        trials: 100_000);

    /// <summary>
    /// Starts are exact and independent, and so are the ends if the transition leaves the target invariant: then a function of the end less the same of the start
    /// has mean 0, and Kolmogorov's law holds.
    /// </summary>
    /// <param name="target">A density.</param>
    /// <param name="fromNormals">Makes of independent standard normals a draw of it.</param>
    /// <param name="toNormals">The first two of those that make a draw.</param>
    /// <param name="tolerance">The range of the energy above which they are halved.</param>
    /// <param name="stepSize">The size of macro steps.</param>
    /// <param name="maxTreeDepth">The most doublings.</param>
    /// <param name="trials">The number of transitions.</param>
    private static void CheckInvariance(
        ILogDensity target,
        Func<double[], double[]> fromNormals,
        Func<ReadOnlySpan<double>, double[]> toNormals,
        double tolerance,
        double stepSize,
        int maxTreeDepth,
        int trials)
    {
        (string Name, Func<double[], double> Of)[] functions =
        [
            ("a", z => z[0]), ("b", z => z[1]), ("ab", z => z[0] * z[1]), ("a²", z => z[0] * z[0]), ("b²", z => z[1] * z[1]), ("ab²", z => z[0] * z[1] * z[1]),
            ("a²b²", z => z[0] * z[0] * z[1] * z[1]), ("|a| < 1", z => Math.Abs(z[0]) < 1 ? 1 : 0), ("|b| < 1", z => Math.Abs(z[1]) < 1 ? 1 : 0),
        ];
        var random = new RandomStream(1);
        var sampler = new NoUTurnSampler(new Leapfrog(target, new DiagonalMetric(target.Dimension)), maxTreeDepth, 1000, tolerance) { StepSize = stepSize };
        var changes = functions.Select(_ => new double[trials]).ToArray();
        double[] a = new double[trials], b = new double[trials];
        int halved = 0, moved = 0;
        for (var i = 0; i < trials; i++)
        {
            var start = new double[target.Dimension];
            foreach (ref var z in start.AsSpan())
                z = random.NextNormal();
            Assert.True(sampler.TryMoveTo(fromNormals(start)));
            var transition = sampler.Draw(random);
            var end = toNormals(sampler.Position);
            for (var f = 0; f < functions.Length; f++)
                changes[f][i] = functions[f].Of(end) - functions[f].Of(start);
            (a[i], b[i]) = (end[0], end[1]);

            // Unhalved steps of d completed doublings and of one that was not are fewer than 2^(d + 1).
            halved += transition.LeapfrogSteps >= 2 << transition.TreeDepth ? 1 : 0;
            moved += transition.Index != 0 ? 1 : 0;
        }

        Assert.True(halved > trials / 10 && moved > trials / 3, $"{halved} of {trials} transitions had steps that were halved, {moved} moved");
        for (var f = 0; f < functions.Length; f++)
        {
            var z = changes[f].Average() / Math.Sqrt(Moments.Variance(changes[f]) / trials);
            Assert.True(Math.Abs(z) < 4.5, $"{functions[f].Name} changes by {changes[f].Average()} on average, {z:F1} standard errors");
        }

        AssertNormal(a);
        AssertNormal(b);
    }

    [Fact]
    public void TheNeckOfAFunnelIsReached()
    {
        // Without centring. The energy is kept on a trajectory and changes with the momentum only, by d on average of its square: of its variance, 1/2 + 9n²/4 + n/2
        // for the position (n = 9 and v ~ Normal(0, 3)) and d/2 for the momentum (d = 10), that is a twentieth, so that draws are correlated however exact
        // trajectories are, and 160,000 of them are worth some 2,000 at best.
        const double Variance = 0.5 + 9 * 81 / 4.0 + 4.5 + 5;
        var options = new SamplingOptions { EnergyTolerance = Tolerance, Draws = 40_000, Seed = 1 };
        var result = MarkovChains.Sample(_ => new FunnelTarget(9), options);
        double[] v = [.. result.Positions.Where((_, i) => i % 10 == 0)];
        var missing = Enumerable.Range(0, 4).Average(
            chain => EnergyDiagnostics.FractionOfMissingInformation(result.Statistics.Energy.AsSpan(chain * options.Draws, options.Draws)));
        Assert.InRange(missing, 0.85 * 10 / Variance, 1.15 * 10 / Variance);
        Assert.True(EffectiveSampleSize.Bulk(v, 4) > 400, $"{EffectiveSampleSize.Bulk(v, 4)} effective draws");
        Assert.True(PotentialScaleReduction.Of(v, 4) < 1.02, $"R-hat {PotentialScaleReduction.Of(v, 4)}");
        AssertWithin4(0, Moments.Mean(v), MonteCarloError.OfMean(v, 4), "the mean");
        AssertWithin4(3, Moments.Sd(v), MonteCarloError.OfSd(v, 4), "the standard deviation");
        foreach (var (share, at) in ((double, double)[])[(0.05, -4.9346), (0.25, -2.0235), (0.5, 0), (0.75, 2.0235), (0.95, 4.9346)])
        {
            // The share of draws below a quantile, with the error of as many independent ones as are effective.
            var error = Math.Sqrt(share * (1 - share) / EffectiveSampleSize.OfQuantile(v, 4, at));
            AssertWithin4(share, v.Average(value => value < at ? 1.0 : 0), error, $"below {at}");
        }
    }

    [Fact]
    public void AnAbruptEndIsNotHalvedTo()
    {
        // Half a standard normal: trajectories come to its end all the time, and finer steps only come nearer to it.
        var options = new SamplingOptions { Draws = 20_000, Seed = 1, InitialPoint = [1] };
        var result = MarkovChains.Sample(_ => new CurveTarget(x => x > 0 ? (-0.5 * x * x, -x) : (double.NegativeInfinity, 0)), options);
        Assert.InRange(result.Statistics.LeapfrogSteps.Average(), 1, 30);
        AssertWithin4(Math.Sqrt(2 / Math.PI), Moments.Mean(result.Positions), MonteCarloError.OfMean(result.Positions, 4), "the mean");
        AssertWithin4(Math.Sqrt(1 - 2 / Math.PI), Moments.Sd(result.Positions), MonteCarloError.OfSd(result.Positions, 4), "the standard deviation");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void ANormalCostsAboutWhatItCostsTheNoUTurnSampler(int dimension)
    {
        double Cost(Trajectory trajectory)
        {
            var result = MarkovChains.Sample(_ => NormalTarget.Standard(dimension), new SamplingOptions { Trajectory = trajectory, EnergyTolerance = Tolerance, TargetAccept = 0.8, Draws = 4000, Seed = 1 });
            var squares = Enumerable.Range(0, dimension).Average(
                i => EffectiveSampleSize.Sd([.. result.Positions.Where((_, at) => at % dimension == i)], result.Chains));
            return result.Statistics.LeapfrogSteps.Sum(steps => (double)steps) / squares;
        }

        // Gradients for each effective draw of a square, on average over coordinates; with a tolerance of 0.5 they are nearly twice as many.
        Assert.InRange(Cost(Trajectory.Walnuts) / Cost(Trajectory.NoUTurn), 0.8, 1.25);
    }

    [Theory]
    [InlineData(AdaptationSchedule.Nutpie, MetricKind.LowRank)]
    [InlineData(AdaptationSchedule.Nutpie, MetricKind.Diagonal)]
    [InlineData(AdaptationSchedule.Stan, MetricKind.Diagonal)]
    [InlineData(AdaptationSchedule.Stan, MetricKind.Dense)]
    public void AllMetricsServeOnAnyNumberOfThreads(AdaptationSchedule schedule, MetricKind metric)
    {
        SamplingResult Run(ILogDensity[] targets, int threads) => MarkovChains.Sample(
            chain => targets[chain],
            new SamplingOptions
            {
                EnergyTolerance = Tolerance, Adaptation = schedule, Metric = metric, Seed = 1, Threads = threads, Tune = 500, Draws = 1000, Chains = 3,
            });

        var one = Run([new FunnelTarget(4), new FunnelTarget(4), new FunnelTarget(4)], 1);
        var two = Run([new FunnelTarget(4), new FunnelTarget(4), new FunnelTarget(4)], 2);
        Assert.Equal(one.Positions, two.Positions);
        Assert.Equal(one.Statistics.LeapfrogSteps, two.Statistics.LeapfrogSteps);

        var pair = Run([new CorrelatedTarget(0.9, 1, 10), new CorrelatedTarget(0.9, 1, 10), new CorrelatedTarget(0.9, 1, 10)], 2);
        pair.AssertExpects(1, x => x[0] * x[0], "the first variance");
        pair.AssertExpects(100, x => x[1] * x[1], "the second variance");
        pair.AssertExpects(9, x => x[0] * x[1], "the covariance");
    }

    [Fact]
    public void KeptDrawsAllocateNothing()
    {
        var options = new SamplingOptions { EnergyTolerance = Tolerance, Chains = 1, Draws = 500, Tune = 500, Seed = 1 };
        var chain = new Chain(0, new FunnelTarget(9), options, new double[500 * 10], new SampleStatistics(1, 500, 10), SampledModel.Unknown, null);
        while (chain.Kept == 0)
            chain.Advance(0, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (!chain.Complete)
            chain.Advance(0, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        // Whose positions would be kept.
        Assert.Empty(chain.Divergences);
    }

    private static void AssertWithin4(double expected, double found, double error, string what) =>
        Assert.True(Math.Abs(found - expected) < 4 * error, $"{what} is {found} ± {error}, not {expected}");

    private static void AssertNormal(double[] draws)
    {
        var sorted = draws.Order().Select(Functions.NormalCdf).ToArray();
        var distance = sorted.Select((p, i) => Math.Max(p - (double)i / sorted.Length, (i + 1.0) / sorted.Length - p)).Max();
        Assert.True(Math.Sqrt(sorted.Length) * distance < Critical, $"√n D = {Math.Sqrt(sorted.Length) * distance}");
    }
}
