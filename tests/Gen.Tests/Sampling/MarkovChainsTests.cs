using System;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class MarkovChainsTests
{
    [Theory]
    [InlineData(AdaptationSchedule.Nutpie)]
    [InlineData(AdaptationSchedule.Stan)]
    public void DrawsDoNotDependOnTheNumberOfThreads(AdaptationSchedule schedule)
    {
        SamplingResult Run(int? threads, long seed = 9) => MarkovChains.Sample(
            _ => new EightSchoolsTarget(),
            new SamplingOptions { Adaptation = schedule, Seed = seed, Threads = threads, Tune = 300, Draws = 200, Chains = 5 });

        var one = Run(1);
        foreach (var threads in (int?[])[2, 4, 16, null])
        {
            var other = Run(threads);
            Assert.Equal(one.Positions, other.Positions);
            Assert.Equal(one.Statistics.Energy, other.Statistics.Energy);
            Assert.Equal(one.Statistics.StepSize, other.Statistics.StepSize);
            Assert.Equal(one.Tuning.Select(tuning => tuning.StepSize), other.Tuning.Select(tuning => tuning.StepSize));
        }

        Assert.NotEqual(one.Positions, Run(1, seed: 10).Positions);
        Assert.NotEqual(one.Position(0, 0).ToArray(), one.Position(1, 0).ToArray());
    }

    [Fact]
    public void ChainsDoNotDependOnHowManyThereAre()
    {
        var options = new SamplingOptions { Tune = 100, Draws = 50, Chains = 2 };
        var two = MarkovChains.Sample(_ => new EightSchoolsTarget(), options);
        var three = MarkovChains.Sample(_ => new EightSchoolsTarget(), options with { Chains = 3 });
        Assert.Equal(two.Positions, three.Positions[..two.Positions.Length]);
    }

    [Fact]
    public void StatisticsBelongToTheirDraws()
    {
        var target = new EightSchoolsTarget();
        var result = MarkovChains.Sample(_ => new EightSchoolsTarget(), new SamplingOptions { Tune = 300, Draws = 100, Chains = 3, MaxTreeDepth = 3, Trajectory = Trajectory.NoUTurn });
        Assert.Equal((3, 100, 10, false), (result.Chains, result.DrawsPerChain, result.Dimension, result.Cancelled));
        Assert.Equal(3, result.Statistics.MaxTreeDepth);
        var gradient = new double[10];
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(target.Evaluate(result.Position(i / 100, i % 100), gradient), result.Statistics.LogDensity[i]);
            Assert.InRange(result.Statistics.Acceptance[i], 0, 1);
            Assert.InRange(result.Statistics.TreeDepth[i], 0, 3);
            Assert.InRange(result.Statistics.LeapfrogSteps[i], 1, 7);

            // The energy at the start is minus the previous draw's log-density plus a kinetic energy.
            if (i % 100 > 0)
                Assert.True(result.Statistics.Energy[i] > -result.Statistics.LogDensity[i - 1]);

            // Jitter keeps the step size within 10 % of what was tuned.
            Assert.InRange(result.Statistics.StepSize[i] / result.Tuning[i / 100].StepSize, 0.9, 1.1);
        }

        Assert.Contains(3, result.Statistics.TreeDepth);
    }

    [Fact]
    public void DensitiesOfDifferentDimensionsAreRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => MarkovChains.Sample(chain => NormalTarget.Standard(1 + chain)));
        Assert.Contains("The log-density of chain 1 has 2 coordinates, that of chain 0 has 1.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneDensityForSeveralChainsIsRefusedOnSeveralThreads()
    {
        var shared = NormalTarget.Standard(1);
        var options = new SamplingOptions { Threads = 2, Tune = 10, Draws = 10 };
        var exception = Assert.Throws<ArgumentException>(() => MarkovChains.Sample(_ => shared, options));
        Assert.Contains("Chains 0 and 1 were given the same log-density", exception.Message, StringComparison.Ordinal);
        Assert.Equal(10, MarkovChains.Sample(_ => shared, options with { Threads = 1 }).DrawsPerChain);
    }

    [Fact]
    public void AModelWithoutParametersHasEmptyDraws()
    {
        var result = MarkovChains.Sample(_ => NormalTarget.Standard(0), new SamplingOptions { Tune = 10, Draws = 10, Chains = 2 });
        Assert.Empty(result.Positions);
        Assert.Equal((10, 0), (result.DrawsPerChain, result.Dimension));
    }

    [Fact]
    public void APositionOutsideTheResultIsRefused()
    {
        var result = MarkovChains.Sample(_ => NormalTarget.Standard(1), new SamplingOptions { Tune = 10, Draws = 10, Chains = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Position(2, 0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Position(0, 10).Length);
    }
}
