using System;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class SamplingOptionsTests
{
    public static TheoryData<string, string, string, Action> OutOfRange => new()
    {
        { "Draws", "0", "at least 1", () => _ = new SamplingOptions { Draws = 0 } },
        { "Tune", "-1", "at least 0", () => _ = new SamplingOptions { Tune = -1 } },
        { "Chains", "0", "at least 1", () => _ = new SamplingOptions { Chains = 0 } },
        { "TargetAccept", "1", "between 0 and 1, both excluded", () => _ = new SamplingOptions { TargetAccept = 1 } },
        { "TargetAccept", "0", "between 0 and 1, both excluded", () => _ = new SamplingOptions { TargetAccept = 0 } },
        { "TargetAccept", "NaN", "between 0 and 1, both excluded", () => _ = new SamplingOptions { TargetAccept = double.NaN } },
        { "MaxTreeDepth", "0", "between 1 and 20", () => _ = new SamplingOptions { MaxTreeDepth = 0 } },
        { "MaxTreeDepth", "21", "between 1 and 20", () => _ = new SamplingOptions { MaxTreeDepth = 21 } },
        { "MaxEnergyError", "0", "above 0 and finite", () => _ = new SamplingOptions { MaxEnergyError = 0 } },
        { "MaxEnergyError", "Infinity", "above 0 and finite", () => _ = new SamplingOptions { MaxEnergyError = double.PositiveInfinity } },
        { "Adaptation", "7", "one of Nutpie, Stan", () => _ = new SamplingOptions { Adaptation = (AdaptationSchedule)7 } },
        { "Metric", "-1", "one of Diagonal, Dense, LowRank", () => _ = new SamplingOptions { Metric = (MetricKind)(-1) } },
        { "EnergyTolerance", "0", "above 0", () => _ = new SamplingOptions { EnergyTolerance = 0 } },
        { "Trajectory", "2", "one of Walnuts, NoUTurn", () => _ = new SamplingOptions { Trajectory = (Trajectory)2 } },
        { "Threads", "0", "at least 1", () => _ = new SamplingOptions { Threads = 0 } },
        { "InitialRadius", "-0.5", "at least 0 and finite", () => _ = new SamplingOptions { InitialRadius = -0.5 } },
        { "InitialRadius", "NaN", "at least 0 and finite", () => _ = new SamplingOptions { InitialRadius = double.NaN } },
        { "Checkpoint", "", "the path of a file", () => _ = new SamplingOptions { Checkpoint = "" } },
        { "Checkpoint", "a\0b", "the path of a file", () => _ = new SamplingOptions { Checkpoint = "a\0b" } },
        { "CheckpointInterval", "00:00:00", "above 0", () => _ = new SamplingOptions { CheckpointInterval = TimeSpan.Zero } },
        { "InitialPoint", "NaN", "finite in every coordinate", () => _ = new SamplingOptions { InitialPoint = [0, double.NaN] } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void AnOptionOutOfRangeIsNamedWithItsValueAndRange(string option, string value, string range, Action construct)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(construct);
        Assert.StartsWith($"{option} is {value}; it must be {range}.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(option, exception.ParamName);
    }

    [Fact]
    public void RangesIncludeTheirEnds()
    {
        var options = new SamplingOptions { Draws = 1, Tune = 0, Chains = 1, MaxTreeDepth = 20, Threads = 1, InitialRadius = 0 };
        Assert.Equal((1, 0, 1, 20, 1, 0.0), (options.Draws, options.Tune, options.Chains, options.MaxTreeDepth, options.Threads, options.InitialRadius));
        Assert.Equal(1, (options with { MaxTreeDepth = 1 }).MaxTreeDepth);
    }

    [Fact]
    public void ChangingACopyIsCheckedToo() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingOptions() with { Draws = -3 });

    [Fact]
    public void DenseMetricWithNutpieIsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => MarkovChains.Sample(_ => NormalTarget.Standard(2), new SamplingOptions { Metric = MetricKind.Dense }));
        Assert.Contains("A dense metric needs Adaptation = Stan; it is Nutpie.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LowRankMetricWithStanIsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => MarkovChains.Sample(
            _ => NormalTarget.Standard(2), new SamplingOptions { Metric = MetricKind.LowRank, Adaptation = AdaptationSchedule.Stan }));
        Assert.Contains("A low-rank metric needs Adaptation = Nutpie; it is Stan.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInitialPointOfTheWrongLengthIsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => MarkovChains.Sample(_ => NormalTarget.Standard(3), new SamplingOptions { InitialPoint = [0, 0] }));
        Assert.Contains("InitialPoint has 2 coordinates; it must have 3", exception.Message, StringComparison.Ordinal);
        Assert.Contains("12, those of each of the 4 chains", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreNumbersThanAnArrayHoldsAreRefused()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => MarkovChains.Sample(_ => NormalTarget.Standard(1000), new SamplingOptions { Draws = 1_000_000 }));
        Assert.Contains("4 chains of 1000000 draws of 1000 coordinates", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreChainsThanMemoryHoldsAreRefused()
    {
        var made = 0;
        foreach (var (chains, draws) in ((int, int)[])[(int.MaxValue, 1000), (int.MaxValue, 1), (100_000_000, 1)])
        {
            var exception = Assert.Throws<ArgumentException>(
                () => MarkovChains.Sample(_ => NormalTarget.Standard(++made > 0 ? 1 : 0), new SamplingOptions { Chains = chains, Draws = draws }));
            Assert.StartsWith($"{chains} chains of {draws} draws of 1 coordinates are ", exception.Message, StringComparison.Ordinal);
            Assert.Contains(" GB of memory; ", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(3, made);
    }
}
