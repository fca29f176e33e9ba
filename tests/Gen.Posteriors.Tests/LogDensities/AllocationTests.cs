using System;
using System.Collections.Generic;
using Gen.Posteriors.Tests.Data;
using Gen.Sampling;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>Nothing is allocated by a gradient, nor by the sampler between two of them.</summary>
public class AllocationTests
{
    private static readonly Dictionary<string, Func<ILogDensity>> Models = new()
    {
        ["Demand"] = () => SyntheticData.Demand().CreateLogDensity(),
        ["LinearRegression"] = () => SyntheticData.LinearRegression().CreateLogDensity(),
        ["LogisticRegression"] = () => SyntheticData.LogisticRegression().CreateLogDensity(),
        ["GroupedRegression"] = () => SyntheticData.GroupedRegression().CreateLogDensity(),
        ["Garch"] = () => SyntheticData.Garch().CreateLogDensity(),
        ["AbTest"] = () => SyntheticData.AbTest().CreateLogDensity(),
    };

    public static TheoryData<string> Names() => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gradient_allocates_nothing(string model)
    {
        var density = Models[model]();
        var position = new double[density.Dimension];
        var gradient = new double[density.Dimension];
        var total = density.Evaluate(position, gradient);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            position[i % position.Length] += 1e-4;
            total += density.Evaluate(position, gradient);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(double.IsFinite(total));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_leapfrog_step_allocates_nothing(string model)
    {
        var watched = new WatchedDensity(Models[model]());

        // What the estimate of a low-rank metric keeps in tuning grows with the draws, as Gen.Tests' AllocationTests have it; the verdict on a hundred draws and
        // more measures between them.
        var options = new SamplingOptions { Metric = MetricKind.Diagonal, Chains = 1, Threads = 1, Draws = 90, Tune = 510, Seed = 5 };

        var steps = MarkovChains.Sample(_ => watched, options).Statistics.LeapfrogSteps;

        Assert.True(watched.Evaluations > 1600 && steps.Length == 90);
        Assert.Equal(0, watched.Allocated);
    }

    /// <summary>Counts what its thread allocates from an evaluation after those that find a starting point and a step size until the last evaluation.</summary>
    private sealed class WatchedDensity(ILogDensity inner) : ILogDensity
    {
        private const int Beginning = 1000;
        private long before;

        public int Evaluations { get; private set; }

        public long Allocated { get; private set; }

        public int Dimension => inner.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            Evaluations++;
            if (Evaluations == Beginning)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            Allocated = Evaluations > Beginning ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
            return inner.Evaluate(position, gradient);
        }
    }
}
