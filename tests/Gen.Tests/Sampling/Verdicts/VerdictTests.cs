using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>What a run says of the shape of the posterior, where it is known.</summary>
public class VerdictTests
{
    private static readonly SamplingOptions Options = new() { Seed = 1 };

    [Fact]
    public void ANormalIsRoundOrCorrelatedAndItsSlopesAreLinear()
    {
        var round = Of(NormalTarget.Standard(5));
        var correlated = Of(new CorrelatedTarget(0.99, 1, 100));
        Assert.Equal(Geometry.Fine, round.Geometry);
        Assert.Equal(Geometry.Correlation, correlated.Geometry);
        Assert.All(round.Linearity.Concat(correlated.Linearity), linearity => Assert.Equal(1, linearity, 1e-9));
        Assert.Empty(round.Latents);
        Assert.Equal([0, 1, 2, 3], Assert.Single(round.Groups));
    }

    [Fact]
    public void AFunnelIsCurvedInItsScale()
    {
        var verdict = Of(new FunnelTarget(9));
        Assert.Equal(Geometry.Curvature, verdict.Geometry);
        Assert.Contains("coordinate 0", verdict.Latents);
        Assert.True(verdict.Linearity[0] < 0.1);
        Assert.Contains("curved in coordinate", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ChainsInTwoModesAreTold()
    {
        var run = MarkovChains.Sample(_ => new TwoModes(20, 0), Options with { InitialPoint = [-10, 0, 10, 0, -10, 0, 10, 0] });
        var verdict = run.Statistics.Verdict!;
        Assert.Equal(Geometry.SeveralModes, verdict.Geometry);
        Assert.Equal([[0, 2], [1, 3]], verdict.Groups);
        Assert.Equal(["coordinate 0"], verdict.Latents);
        Assert.Contains("chains 0, 2 (log-density about -1", verdict.ToString(), StringComparison.Ordinal);
        var warning = run.Warnings().First();
        Assert.StartsWith("Error: the posterior has several modes: chains 0, 2 ", warning, StringComparison.Ordinal);
        Assert.EndsWith("A prior that excludes those that are not meant leaves one.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void AChainFarBelowTheOthersIsStuck()
    {
        var run = MarkovChains.Sample(_ => new TwoModes(20, 100), Options with { InitialPoint = [-10, 0, -10, 0, -10, 0, 10, 0] });
        Assert.Equal(Geometry.Stuck, run.Statistics.Verdict!.Geometry);
        Assert.Equal([[0, 1, 2], [3]], run.Statistics.Verdict.Groups);
        Assert.StartsWith("Error: chains 0, 1, 2 ", run.Warnings().First(), StringComparison.Ordinal);
    }

    [Fact]
    public void ChainsThatVisitBothModesAreTogether()
    {
        var verdict = Of(new TwoModes(4, 0));
        Assert.Single(verdict.Groups);
        Assert.NotEqual(Geometry.SeveralModes, verdict.Geometry);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void TwoNearModesAreNoCurvature(double distance)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var run = MarkovChains.Sample(_ => new TwoModes(distance, 0), Options with { Seed = seed });
            Assert.Equal((seed, Geometry.NearModes), (seed, run.Statistics.Verdict!.Geometry));
            Assert.Equal("The posterior has two modes, apart in coordinate 0, between which chains pass.", run.Statistics.Verdict.ToString());
            run.Statistics.Diverging[0] = true;
            Assert.EndsWith("between which chains pass. How much of it each holds is known as well as they have passed often.", run.Warnings()[^1], StringComparison.Ordinal);
            Assert.DoesNotContain(run.Warnings(), warning => warning.Contains("steps", StringComparison.Ordinal) || warning.Contains("TargetAccept", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void CurvatureIsNoModes()
    {
        ILogDensity[] curved = [new FunnelTarget(9), new BananaTarget(), new EightSchoolsTarget(), CurveTarget.StudentT(1), CurveTarget.StudentT(1.5)];
        foreach (var density in curved)
        {
            for (var seed = 1; seed <= 4; seed++)
                Assert.Equal(Geometry.Curvature, MarkovChains.Sample(_ => density, Options with { Seed = seed, Threads = 1 }).Statistics.Verdict!.Geometry);
        }
    }

    [Fact]
    public void AFewDrawsTellNothing()
    {
        var verdict = MarkovChains.Sample(_ => NormalTarget.Standard(2), Options with { Draws = 50 }).Statistics.Verdict!;
        Assert.Equal(Geometry.Unknown, verdict.Geometry);
        Assert.Empty(verdict.Linearity);
    }

    [Fact]
    public void ADensityThatHasNoSlopeInPlacesIsStillMeasured()
    {
        // Half way between draws on both sides the slope is not finite: those pairs do not count.
        var linearity = new SlopeLinearity(new Hole(), new DiagonalMetric(1));
        linearity.Add([-1], [1]);
        Assert.True(double.IsNaN(SlopeLinearity.Of([linearity])[0]));
        linearity.Add([1], [3]);
        Assert.Equal(1, SlopeLinearity.Of([linearity])[0]);
    }

    [Fact]
    public void ElementsThatHaveChangedPlacesAreFound()
    {
        // Two chains of two draws each, by element: the first chain has −1, 0 and 1, the second one has them in another order.
        var swapped = new VectorDraws("swapped", [-1, -1.1, 1, 1.1, 0, 0.1, -1, -1.1, 1, 1.1, 0, 0.1], 2, new Dim(3));
        var moved = new VectorDraws("moved", [-1, -1.1, 9, 9.1, 0, 0.1, 9, 9.1, 1, 1.1, 9, 9.1], 2, new Dim(3));
        var still = new VectorDraws("still", [-1, -1.1, -1, -1.1, 0, 0.1, 0, 0.1, 1, 1.1, 1, 1.1], 2, new Dim(3));
        Assert.Equal(["swapped"], ExchangedLabels.Of([swapped, moved, still], [0], [1]));
    }

    [Theory]
    [InlineData(AdaptationSchedule.Nutpie, MetricKind.Diagonal)]
    [InlineData(AdaptationSchedule.Stan, MetricKind.Diagonal)]
    public void ACorrelationThatTheMetricCannotTakeUpNamesLatents(AdaptationSchedule adaptation, MetricKind metric)
    {
        var options = Options with { Adaptation = adaptation, Metric = metric };
        for (var seed = 1; seed <= 3; seed++)
        {
            var verdict = MarkovChains.Sample(_ => new CorrelatedTarget(0.999, 1, 100), options with { Seed = seed }).Statistics.Verdict!;
            Assert.Equal((seed, Geometry.Correlation), (seed, verdict.Geometry));
            Assert.Equal(["coordinate 0", "coordinate 1"], verdict.Latents.Order());
            Assert.EndsWith(", which the metric has not taken up.", verdict.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(Geometry.Fine, MarkovChains.Sample(_ => new CorrelatedTarget(0.5, 1, 100), options).Statistics.Verdict!.Geometry);
        Assert.Equal(Geometry.Fine, MarkovChains.Sample(_ => NormalTarget.Standard(100), options).Statistics.Verdict!.Geometry);
        Assert.Empty(Of(new CorrelatedTarget(0.999, 1, 100)).Latents);
    }

    [Fact]
    public void TailsAreNoCorrelation()
    {
        var target = CurveTarget.StudentT(2);
        var inflation = VarianceInflation.Of(target, 1000, (draw, position) => position[0] = Math.Tan(Math.PI * (draw * 0.6180339887 % 1 - 0.5)));
        Assert.InRange(inflation[0], 0.3, 3);
    }

    private static SamplingVerdict Of(ILogDensity density) => MarkovChains.Sample(_ => density, Options with { Threads = 1 }).Statistics.Verdict!;

    /// <summary>Two standard normals of two coordinates, a distance apart in the first; the second is lower.</summary>
    private sealed class TwoModes(double distance, double lower) : ILogDensity
    {
        public int Dimension => 2;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            double x = position[0], y = position[1], half = distance / 2;
            double first = -0.5 * (x + half) * (x + half), second = -0.5 * (x - half) * (x - half) - lower, most = Math.Max(first, second);
            double a = Math.Exp(first - most), b = Math.Exp(second - most);
            gradient[0] = -(a * (x + half) + b * (x - half)) / (a + b);
            gradient[1] = -y;
            return most + Math.Log(a + b) - 0.5 * y * y;
        }
    }

    /// <summary>A standard normal without a slope around 0.</summary>
    private sealed class Hole : ILogDensity
    {
        public int Dimension => 1;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            gradient[0] = Math.Abs(position[0]) < 0.5 ? double.NaN : -position[0];
            return -0.5 * position[0] * position[0];
        }
    }
}
