using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class LowRankMetricTests
{
    [Fact]
    public void WithoutDirectionsItIsTheDiagonalMetricToTheLastDigit()
    {
        var diagonal = new DiagonalMetric(5);
        var metric = new LowRankMetric(5);
        double[] scales = [0.5, 1, 2, 3, 4];
        scales.CopyTo(diagonal.Scales);
        scales.CopyTo(metric.Scales);
        Assert.Equal(Moved(diagonal), Moved(metric));
        Assert.Equal(diagonal.Tuning(0.1).InverseMass, metric.Tuning(0.1).InverseMass);
        Assert.Empty(metric.Tuning(0.1).Directions);
    }

    [Fact]
    public void AKickAndADriftTogetherAreTheInverseMassMatrix()
    {
        // From rest, position + ε² M⁻¹ g.
        var metric = Metric();
        var inverse = Inverse(metric);
        var moved = Moved(metric);
        for (var i = 0; i < 5; i++)
            Assert.Equal(0.01 * Enumerable.Range(0, 5).Sum(j => inverse[i * 5 + j] * Gradient(j)), moved[i], 1e-14);
    }

    [Fact]
    public void ItsDirectionsHaveTheirVariances()
    {
        var inverse = Inverse(Metric());

        // In units of the scales: 9 along (1, 1, 0, 0, 0) / √2, 1/4 along the third coordinate, 1 beside.
        double[] expected = [5, 4 * 2, 0, 0, 0, 4 * 2, 5 * 4, 0, 0, 0, 0, 0, 0.25 * 9, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 25];
        Assert.All(expected.Zip(inverse), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }

    [Theory]
    [InlineData(2, 12)]
    [InlineData(12, 40)]
    [InlineData(30, 100)]
    public void DrawsOfANormalGiveItsCovarianceExactly(int dimension, int draws)
    {
        // Its gradients are −Σ⁻¹ x: with more draws than coordinates in the older two thirds, nothing is left to chance.
        var target = new Equicorrelated(dimension, 0.98);
        var estimator = Estimated(target, dimension, draws);
        var metric = (LowRankMetric)estimator.Metric;
        var inverse = Inverse(metric);

        // One direction with the variance 1 + 0.98 (d − 1), and d − 1 with 0.02, in units of the scales; nothing is between 1/2 and 2.
        Assert.Equal(dimension, metric.Rank);
        for (var i = 0; i < dimension; i++)
        for (var j = 0; j < dimension; j++)
            Assert.Equal(i == j ? 1 : 0.98, inverse[i * dimension + j] / target.Scale(i) / target.Scale(j), 1e-4);
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(50, 20)]
    [InlineData(50, 120)]
    public void IndependentCoordinatesHaveNoDirections(int dimension, int draws)
    {
        var metric = (LowRankMetric)Estimated(new Equicorrelated(dimension, 0), dimension, draws).Metric;
        Assert.Equal(0, metric.Rank);
        for (var i = 0; i < dimension; i++)
            Assert.Equal(1, metric.Scales[i] / new Equicorrelated(dimension, 0).Scale(i), 1e-12);
    }

    [Fact]
    public void FewDrawsOfManyCoordinatesShowTheLongestDirection()
    {
        // 60 draws of 200 coordinates.
        var metric = (LowRankMetric)Estimated(new Equicorrelated(200, 0.9), 200, 60).Metric;
        var target = new Equicorrelated(200, 0.9);
        var inverse = Inverse(metric);
        var longest = 0.0;
        for (var i = 0; i < 200; i++)
        for (var j = 0; j < 200; j++)
            longest += inverse[i * 200 + j] / target.Scale(i) / target.Scale(j) / 200;
        Assert.InRange(longest, 0.5 * (1 + 0.9 * 199), 2 * (1 + 0.9 * 199));
    }

    [Fact]
    public void OfManyCoordinatesAndDrawsTheLongestDirectionIsAmongThoseThatAreLookedAt()
    {
        // 300 draws of 200 coordinates span all of them; 128 directions are looked at. In units of the first coordinate's own variance, of which 300 draws have a
        // relative error of √(2 / 300): one direction with 1 + 0.9 · 199, all others with 0.1.
        var target = new Equicorrelated(200, 0.9);
        var metric = (LowRankMetric)Estimated(target, 200, 300).Metric;
        var unit = Math.Pow(metric.Scales[0] / target.Scale(0), 2);
        double[] variances = [.. metric.Tuning(0.1).Variances.Select(variance => variance * unit)];
        var error = 4 * Math.Sqrt(2.0 / 300);
        Assert.InRange(metric.Rank, 1, 128);
        Assert.InRange(variances.Max(), (1 - error) * (1 + 0.9 * 199), (1 + error) * (1 + 0.9 * 199));
        Assert.Single(variances, variance => variance > 1);
        Assert.All(variances.Where(variance => variance < 1), variance => Assert.InRange(variance, (1 - error) * 0.1, (1 + error) * 0.1));
    }

    [Fact]
    public void DirectionsWaitUntilTheStepsHaveCostAsMuch()
    {
        var estimator = Filled(new Equicorrelated(30, 0.98), 30, 100);
        Assert.True(estimator.TryRenew(exchanged: true, 0));
        Assert.Equal(0, ((LowRankMetric)estimator.Metric).Rank);
        Assert.InRange(((LowRankMetric)estimator.Metric).Scales[1] / ((LowRankMetric)estimator.Metric).Scales[0], 5, 20);
        Assert.True(estimator.TryRenew(exchanged: true, 1000));
        Assert.Equal(30, ((LowRankMetric)estimator.Metric).Rank);
        Assert.False(estimator.TryRenew(exchanged: true, 0));
        Assert.Equal(30, ((LowRankMetric)estimator.Metric).Rank);
    }

    [Fact]
    public void OfManyCoordinatesTheNewestDrawsAreKept()
    {
        const int dimension = 50_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var metric = (LowRankMetric)Estimated(new Equicorrelated(dimension, 0.5), dimension, 120).Metric;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
        Assert.True(metric.Rank >= 1);
        Assert.All(Enumerable.Range(0, 10), i => Assert.InRange(metric.Scales[i] / new Equicorrelated(dimension, 0.5).Scale(i), 0.5, 2));
    }

    [Fact]
    public void ACorrelationIsUndoneInTuning()
    {
        var options = new SamplingOptions { Seed = 3, Chains = 2, Draws = 500, Tune = 500 };
        var run = MarkovChains.Sample(_ => new CorrelatedTarget(0.999, 1, 10), options);
        var diagonal = MarkovChains.Sample(_ => new CorrelatedTarget(0.999, 1, 10), options with { Metric = MetricKind.Diagonal });
        Assert.True(run.Statistics.LeapfrogSteps.Average() < 4, $"{run.Statistics.LeapfrogSteps.Average()} steps a draw");
        Assert.True(diagonal.Statistics.LeapfrogSteps.Average() > 15, $"{diagonal.Statistics.LeapfrogSteps.Average()} steps a draw");
    }

    private static LowRankEstimator Estimated(Equicorrelated target, int dimension, int draws)
    {
        var estimator = Filled(target, dimension, draws);
        Assert.True(estimator.TryRenew(exchanged: true, int.MaxValue));
        return estimator;
    }

    private static LowRankEstimator Filled(Equicorrelated target, int dimension, int draws)
    {
        var estimator = new LowRankEstimator(dimension);
        var random = new RandomStream(7);
        double[] position = new double[dimension], gradient = new double[dimension];
        for (var draw = 0; draw < draws; draw++)
        {
            target.Draw(random, position);
            target.Evaluate(position, gradient);
            estimator.Add(position, gradient);
        }

        return estimator;
    }

    /// <summary>M⁻¹ = S (I + Uᵀ (diag λ − I) U) S as tuning tells it.</summary>
    private static double[] Inverse(LowRankMetric metric)
    {
        var tuning = metric.Tuning(0.1);
        var d = tuning.Scales.Length;
        var inverse = new double[d * d];
        for (var i = 0; i < d; i++)
        for (var j = 0; j < d; j++)
        {
            var sum = tuning.Variances.Select((variance, k) => (variance - 1) * tuning.Directions[k * d + i] * tuning.Directions[k * d + j]).Sum();
            inverse[i * d + j] = tuning.Scales[i] * tuning.Scales[j] * ((i == j ? 1 : 0) + sum);
        }

        Assert.All(tuning.InverseMass.Select((value, i) => (value, inverse[i * d + i])), pair => Assert.Equal(pair.Item2, pair.value, 1e-12 * pair.value));
        return inverse;
    }

    private static LowRankMetric Metric()
    {
        var metric = new LowRankMetric(5);
        double[] scales = [1, 2, 3, 4, 5];
        scales.CopyTo(metric.Scales);
        metric.Add([Math.Sqrt(0.5), Math.Sqrt(0.5), 0, 0, 0], 9);
        metric.Add([0, 0, 1, 0, 0], 0.25);
        return metric;
    }

    private static double Gradient(int i) => 1 + i * i;

    private static double[] Moved(IMetric metric)
    {
        var length = PaddedLength.Of(5);
        double[] gradient = new double[length], momentum = new double[length], position = new double[length], next = new double[length];
        for (var i = 0; i < 5; i++)
            gradient[i] = Gradient(i);
        var square = metric.Kick(gradient, 0.1, momentum);
        Assert.Equal(momentum.Sum(u => u * u), square, 1e-12);
        metric.Drift(momentum, 0.1, position, next);
        return next[..5];
    }

    /// <summary>A normal whose coordinates have the scales 1, 10, 1, 10 … and the correlation ρ with one another.</summary>
    [Fact]
    public void SlopesThatAreNoNumbersStopATrajectoryAndNotTheChain()
    {
        // Three coordinates do not fill the registers: what lies beyond them must not keep what a direction made of such a slope.
        var run = MarkovChains.Sample(_ => new Cliff(new Equicorrelated(3, 0.98)), new SamplingOptions { Seed = 1 });
        Assert.All(run.Tuning, tuning => Assert.NotEmpty(tuning.Variances));
        Assert.NotEmpty(run.Divergences);
        for (var chain = 0; chain < run.Chains; chain++)
            Assert.InRange(run.Statistics.Acceptance.AsSpan(chain * run.DrawsPerChain, run.DrawsPerChain).ToArray().Average(), 0.5, 1);
    }

    /// <summary>A density that is not defined beyond 2 of its first coordinate.</summary>
    private sealed class Cliff(ILogDensity density) : ILogDensity
    {
        public int Dimension => density.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            if (Math.Abs(position[0]) <= 2)
                return density.Evaluate(position, gradient);
            gradient.Fill(double.NaN);
            return double.NaN;
        }
    }

    private sealed class Equicorrelated(int dimension, double rho) : ILogDensity
    {
        public int Dimension => dimension;

        public double Scale(int i) => i % 2 == 0 ? 1 : 10;

        public void Draw(RandomStream random, double[] position)
        {
            var common = random.NextNormal();
            for (var i = 0; i < dimension; i++)
                position[i] = Scale(i) * (Math.Sqrt(rho) * common + Math.Sqrt(1 - rho) * random.NextNormal());
        }

        // (I (1 − ρ) + ρ 11ᵀ)⁻¹ = (I − ρ 11ᵀ / (1 + ρ (d − 1))) / (1 − ρ).
        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            var sum = 0.0;
            for (var i = 0; i < dimension; i++)
                sum += position[i] / Scale(i);
            var value = 0.0;
            for (var i = 0; i < dimension; i++)
            {
                var x = position[i] / Scale(i);
                gradient[i] = -(x - rho * sum / (1 + rho * (dimension - 1))) / (1 - rho) / Scale(i);
                value += 0.5 * gradient[i] * position[i];
            }

            return value;
        }
    }
}
