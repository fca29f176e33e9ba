using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>The sampler leaves its target invariant, whatever its settings: checked against exact cumulative distribution functions.</summary>
public class ExactnessTests
{
    // Kolmogorov's statistic √n D exceeds this with probability 1e-4.
    private const double Critical = 2.23;

    public static TheoryData<double, int> Settings
    {
        get
        {
            var data = new TheoryData<double, int>();
            foreach (var stepSize in (double[])[0.2, 1.1, 2.3])
            foreach (var depth in (int[])[1, 2, 3, 10])
                data.Add(stepSize, depth);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OneTransitionFromTheTargetIsAgainTheTarget(double stepSize, int maxTreeDepth)
    {
        // Starts are exact and independent, hence so are the ends if the transition leaves the target invariant: Kolmogorov's law holds exactly.
        CheckInvariance(CurveTarget.Logistic(), u => Math.Log(u / (1 - u)), x => 1 / (1 + Math.Exp(-x)), stepSize, maxTreeDepth);
        CheckInvariance(CurveTarget.LogExponential(), u => Math.Log(-Math.Log(1 - u)), x => 1 - Math.Exp(-Math.Exp(x)), stepSize, maxTreeDepth);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OneTransitionLeavesACorrelatedNormalInvariant(double stepSize, int maxTreeDepth)
    {
        const int Trials = 20_000;
        const double Rho = 0.8;
        var random = new RandomStream(17);
        var sampler = Sampler(new CorrelatedTarget(Rho, 1, 1), maxTreeDepth, stepSize);
        double[] radii = new double[Trials], sides = new double[Trials];
        for (var i = 0; i < Trials; i++)
        {
            var a = random.NextNormal();
            Assert.True(sampler.TryMoveTo([a, Rho * a + Math.Sqrt(1 - Rho * Rho) * random.NextNormal()]));
            sampler.Draw(random);
            double x = sampler.Position[0], y = sampler.Position[1];
            radii[i] = (x * x - 2 * Rho * x * y + y * y) / (1 - Rho * Rho);
            sides[i] = Math.Atan2((y - Rho * x) / Math.Sqrt(1 - Rho * Rho), x);
        }

        AssertDistribution(radii, square => 1 - Math.Exp(-square / 2));
        AssertDistribution(sides, angle => 0.5 + angle / (2 * Math.PI));
    }

    [Fact]
    public void AGainOfEnergyTooLargeForItsExponentialIsStillWeighed()
    {
        // A step of 2000 up at x = 1 on a bowl: e^2000 is no double, and yet whoever has climbed it stays, having been accepted for certain.
        var sampler = Sampler(new CurveTarget(x => ((x < 1 ? 0 : 2000) - x * x / 2, -x)), 10, 0.3);
        var random = new RandomStream(3);
        Assert.True(sampler.TryMoveTo([0.0]));
        bool climbed = false, climbing = false;
        for (var i = 0; i < 500; i++)
        {
            var transition = sampler.Draw(random);
            Assert.InRange(transition.Acceptance, 0, 1);
            Assert.InRange(transition.SymmetricAcceptance, 0, 1);
            Assert.Equal((sampler.Position[0] < 1 ? 0 : 2000) - sampler.Position[0] * sampler.Position[0] / 2, sampler.LogDensity);
            Assert.True(sampler.Position[0] >= 1 || !climbed);
            climbing |= !climbed && sampler.Position[0] >= 1 && transition.LeapfrogSteps > 3;
            climbed |= sampler.Position[0] >= 1;
        }

        Assert.True(climbing);
    }

    [Fact]
    public void LongRunsHaveTheRightDistribution()
    {
        foreach (var schedule in Enum.GetValues<AdaptationSchedule>())
        {
            const int Thinning = 20;
            var options = new SamplingOptions { Adaptation = schedule, Draws = 40_000, Seed = 5 };
            var result = MarkovChains.Sample(_ => CurveTarget.LogExponential(), options);
            AssertDistribution([.. result.Positions.Where((_, i) => i % Thinning == 0)], x => 1 - Math.Exp(-Math.Exp(x)));
        }
    }

    private static void CheckInvariance(ILogDensity target, Func<double, double> quantile, Func<double, double> cdf, double stepSize, int maxTreeDepth)
    {
        var random = new RandomStream(29);
        var sampler = Sampler(target, maxTreeDepth, stepSize);
        var ends = new double[20_000];
        var moved = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var start = quantile(random.NextDouble());
            Assert.True(sampler.TryMoveTo([start]));
            sampler.Draw(random);
            ends[i] = sampler.Position[0];
            moved += ends[i] == start ? 0 : 1;
        }

        Assert.True(moved > ends.Length / 3);
        AssertDistribution(ends, cdf);
    }

    private static void AssertDistribution(double[] draws, Func<double, double> cdf)
    {
        var sorted = draws.Order().ToArray();
        var distance = sorted.Select((x, i) => Math.Max(Math.Abs(cdf(x) - (double)i / sorted.Length), Math.Abs(cdf(x) - (i + 1.0) / sorted.Length))).Max();
        Assert.True(Math.Sqrt(sorted.Length) * distance < Critical, $"√n D = {Math.Sqrt(sorted.Length) * distance}");
    }

    private static NoUTurnSampler Sampler(ILogDensity target, int maxTreeDepth, double stepSize) =>
        new(new Leapfrog(target, new DiagonalMetric(target.Dimension)), maxTreeDepth, 1000) { StepSize = stepSize };
}
