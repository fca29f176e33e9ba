using System;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class PosteriorMomentsTests
{
    public static TheoryData<AdaptationSchedule, MetricKind> Kinds => new()
    {
        { AdaptationSchedule.Nutpie, MetricKind.LowRank },
        { AdaptationSchedule.Nutpie, MetricKind.Diagonal },
        { AdaptationSchedule.Stan, MetricKind.Diagonal },
        { AdaptationSchedule.Stan, MetricKind.Dense },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void StandardNormals(AdaptationSchedule schedule, MetricKind metric)
    {
        foreach (var dimension in (int[])[1, 10, metric == MetricKind.Dense ? 30 : 100])
        {
            var options = Options(schedule, metric) with { Draws = dimension > 10 ? 2000 : 5000 };
            var result = MarkovChains.Sample(_ => NormalTarget.Standard(dimension), options);
            Assert.Empty(result.Divergences);
            foreach (var i in (int[])[0, dimension / 2, dimension - 1])
            {
                result.AssertExpects(0, x => x[i], $"mean of coordinate {i} of {dimension}");
                result.AssertExpects(1, x => x[i] * x[i], $"variance of coordinate {i} of {dimension}");
                result.AssertExpects(0.025, x => x[i] < -1.959963984540054 ? 1 : 0, $"2.5 % quantile of coordinate {i} of {dimension}");
                result.AssertExpects(0.9, x => x[i] < 1.2815515655446004 ? 1 : 0, $"90 % quantile of coordinate {i} of {dimension}");
            }

            result.AssertExpects(dimension, x => x.Sum(value => value * value), $"radius in {dimension}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ACorrelatedNormalOfDifferentScales(AdaptationSchedule schedule, MetricKind metric)
    {
        var result = MarkovChains.Sample(_ => new CorrelatedTarget(0.95, 1e-3, 1e3), Options(schedule, metric));
        Assert.Empty(result.Divergences);
        result.AssertExpects(0, x => x[0], "first mean");
        result.AssertExpects(0, x => x[1], "second mean");
        result.AssertExpects(1e-6, x => x[0] * x[0], "first variance");
        result.AssertExpects(1e6, x => x[1] * x[1], "second variance");
        result.AssertExpects(0.95, x => x[0] * x[1], "covariance");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AStudentTWithFiveDegreesOfFreedom(AdaptationSchedule schedule, MetricKind metric)
    {
        var result = MarkovChains.Sample(_ => CurveTarget.StudentT(5), Options(schedule, metric) with { Draws = 20_000 });
        result.AssertExpects(0, x => x[0], "mean");
        result.AssertExpects(0.05, x => x[0] < -2.015048372669157 ? 1 : 0, "5 % quantile");
        result.AssertExpects(0.75, x => x[0] < 0.7266868438004229 ? 1 : 0, "75 % quantile");
        result.AssertExpects(0.99, x => x[0] < 3.364929998907218 ? 1 : 0, "99 % quantile");
        result.AssertExpects(4 * Math.Sqrt(5) / (3 * Math.PI), x => Math.Abs(x[0]), "mean of the modulus");
    }

    [Theory]
    [InlineData(AdaptationSchedule.Nutpie)]
    [InlineData(AdaptationSchedule.Stan)]
    public void AFunnelReportsItsDivergencesAndWhereTheyAre(AdaptationSchedule schedule)
    {
        // Which trajectories diverge, and how many, is a matter of luck with any metric; this run has some.
        var result = MarkovChains.Sample(_ => new FunnelTarget(9), new SamplingOptions { Adaptation = schedule, Metric = MetricKind.Diagonal, Trajectory = Trajectory.NoUTurn, TargetAccept = 0.8, Seed = 2 });
        Assert.NotEmpty(result.Divergences);
        Assert.Equal(result.Divergences.Count, result.Statistics.Diverging.Count(diverging => diverging));
        Assert.All(result.Divergences, divergence =>
        {
            Assert.True(result.Statistics.Diverging[divergence.Chain * result.DrawsPerChain + divergence.Draw]);
            Assert.Equal(10, divergence.Position.Length);
            Assert.All(divergence.Position, coordinate => Assert.True(double.IsFinite(coordinate)));
        });

        // They come from the neck, where v is far below its mean over all draws.
        var typical = Enumerable.Range(0, 4000).Average(i => result.Positions[10 * i]);
        Assert.True(result.Divergences.Average(divergence => divergence.Position[0]) < typical - 1);
    }

    private static SamplingOptions Options(AdaptationSchedule schedule, MetricKind metric) =>
        new() { Adaptation = schedule, Metric = metric, Draws = 5000, Seed = 20 };
}
