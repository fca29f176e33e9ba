using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class InitialPointTests
{
    private static readonly SamplingOptions Options = new() { Tune = 5, Draws = 5, Chains = 2, Threads = 1 };

    [Fact]
    public void WithoutAFinitePointTheModelExplains()
    {
        var exception = Assert.Throws<SamplingException>(() => MarkovChains.Sample(
            _ => new CurveTarget(_ => (double.NegativeInfinity, 0)), Options, position => $"the prior of `tau` at {position.Length} coordinate"));
        Assert.Equal(
            "Chain 0 cannot start: the log-density or its gradient is not finite at any of 100 random initial points: the prior of `tau` at 1 coordinate",
            exception.Message);
    }

    [Fact]
    public void WithoutAnExplanationTheMessageIsWhole()
    {
        var exception = Assert.Throws<SamplingException>(
            () => MarkovChains.Sample(_ => new CurveTarget(_ => (0, double.NaN)), Options with { InitialPoint = [1] }));
        Assert.Equal("Chain 0 cannot start: the log-density or its gradient is not finite at the given initial point.", exception.Message);
    }

    [Fact]
    public void ChainsStartWithinTheRadiusAndTryAgainWhereTheDensityIsNotFinite()
    {
        var starts = new List<double>();
        var recording = new CurveTarget(x =>
        {
            starts.Add(x);
            return x > 1.5 ? (-x * x, -2 * x) : (double.NegativeInfinity, 0);
        });
        MarkovChains.Sample(_ => recording, Options with { Chains = 1, Tune = 0, Draws = 1 });
        var tries = starts.TakeWhile(x => x <= 1.5).ToArray();
        Assert.NotEmpty(tries);
        Assert.All(tries, x => Assert.InRange(x, -2, 2));
        Assert.InRange(starts[tries.Length], 1.5, 2);
        Assert.Contains(starts, x => x < 0);
    }

    [Fact]
    public void AGivenPointIsWhereEveryChainStartsAndSeveralAreOneForEach()
    {
        foreach (var (point, expected) in ((double[], double[])[])[([1.25], [1.25, 1.25]), ([1.25, -3], [1.25, -3])])
        {
            double[] first = [double.NaN, double.NaN];
            MarkovChains.Sample(
                chain => new CurveTarget(x =>
                {
                    first[chain] = double.IsNaN(first[chain]) ? x : first[chain];
                    return (-x * x / 2, -x);
                }),
                Options with { InitialPoint = point });
            Assert.Equal(expected, first);
        }
    }
}
