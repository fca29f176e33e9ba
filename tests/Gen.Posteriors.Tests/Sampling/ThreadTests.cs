using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>The same seed gives the same draws, bit by bit, on however many threads.</summary>
public class ThreadTests
{
    private static readonly Dictionary<string, Func<SamplingOptions, ModelPosterior>> Models = new()
    {
        ["Demand"] = options => SyntheticData.Demand().Sample(options),
        ["GroupedRegression"] = options => SyntheticData.GroupedRegression().Sample(options),
        ["Garch"] = options => SyntheticData.Garch().Sample(options),
    };

    public static TheoryData<string> Names() => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_and_summaries_do_not_depend_on_threads(string model)
    {
        ModelPosterior On(int threads) => Models[model](new() { Draws = 150, Tune = 150, Seed = 12, Threads = threads });
        var one = On(1);

        foreach (var threads in (int[])[2, 4])
        {
            var several = On(threads);
            foreach (var (expected, actual) in one.Quantities.Zip(several.Quantities))
            {
                Assert.Equal(expected.Values, actual.Values);
            }

            Assert.Equal(one.Statistics.LeapfrogSteps, several.Statistics.LeapfrogSteps);
            Assert.Equal(one.Summary().ToString(), several.Summary().ToString());
        }
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        var first = SyntheticData.Demand().Sample(draws: 50, tune: 50, seed: 1);
        var second = SyntheticData.Demand().Sample(draws: 50, tune: 50, seed: 2);
        Assert.NotEqual(first.B.Values.ToArray(), second.B.Values.ToArray());
    }
}
