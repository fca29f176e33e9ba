using System;
using System.Diagnostics;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>Runs apart from all other tests, so that the process's processor time is the sampler's.</summary>
[CollectionDefinition(nameof(SamplingSpeedTests), DisableParallelization = true)]
[Collection(nameof(SamplingSpeedTests))]
public class SamplingSpeedTests
{
    [Fact]
    public void EightSchoolsTakeTensOfMilliseconds()
    {
        // Processor time of all four chains together, which others that use the machine do not change much; the first runs also compile.
        using var process = Process.GetCurrentProcess();
        var times = Enumerable.Range(0, 12).Select(run =>
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            MarkovChains.Sample(_ => new EightSchoolsTarget(), new SamplingOptions { Seed = run });
            process.Refresh();
            return (process.TotalProcessorTime - before).TotalMilliseconds;
        }).ToArray();
        Assert.True(times.Min() < 100, string.Join(", ", times));
    }
}
