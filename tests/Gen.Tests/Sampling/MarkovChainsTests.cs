using System;
using System.Diagnostics;
using Gen.Sampling;
using Xunit;
using Xunit.Abstractions;

namespace Gen.Tests.Sampling;

public class MarkovChainsTests(ITestOutputHelper output)
{
    [Fact]
    public void EightSchoolsTakesTensOfMilliseconds()
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 8; i++)
        {
            var clock = Stopwatch.StartNew();
            var result = MarkovChains.Sample(_ => new EightSchoolsTarget(), new SamplingOptions { Seed = i });
            var t = clock.Elapsed;
            long steps = 0; foreach (var s in result.Statistics.LeapfrogSteps) steps += s;
            output.WriteLine($"{t.TotalMilliseconds} ms, {steps} steps, {result.Divergences.Count} div, step {result.Tuning[0].StepSize}");
            if (t < best) best = t;
        }
    }
}
