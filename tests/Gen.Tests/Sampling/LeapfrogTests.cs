using System;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class LeapfrogTests
{
    private const int Dimension = 7;

    public static TheoryData<string> Metrics => new() { "diagonal", "dense" };

    [Theory]
    [MemberData(nameof(Metrics))]
    public void GoingBackReturnsToTheStart(string kind)
    {
        var path = new Path(Metric(kind));
        var start = path.Position.ToArray();
        var momentum = path.Momentum.ToArray();
        path.Move(0.1, 50);
        Assert.True(Distance(start, path.Position) > 0.5);
        path.Move(-0.1, 50);
        Assert.True(Distance(start, path.Position) < 1e-12);
        Assert.True(Distance(momentum, path.Momentum) < 1e-12);
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void TheErrorOfTheEnergyIsOfSecondOrder(string kind)
    {
        // The energy of the shadow Hamiltonian is conserved; that of the true one is off by c ε², so halving ε divides the error by four.
        double Error(double stepSize)
        {
            var path = new Path(Metric(kind));
            var before = path.Energy;
            path.Move(stepSize, (int)Math.Round(1.2 / stepSize));
            return path.Energy - before;
        }

        var ratio = Error(0.02) / Error(0.01);
        Assert.InRange(ratio, 3.98, 4.02);
    }

    [Fact]
    public void ADenseMetricThatIsDiagonalIsTheDiagonalMetric()
    {
        var dense = new DenseMetric(Dimension);
        var covariance = new double[Dimension * Dimension];
        for (var i = 0; i < Dimension; i++)
            covariance[i * Dimension + i] = Math.Pow(0.5 + 0.2 * i, 2);
        Assert.True(dense.TrySet(covariance));
        Path first = new(Metric("diagonal")), second = new(dense);
        first.Move(0.1, 20);
        second.Move(0.1, 20);
        Assert.True(Distance(first.Position, second.Position) < 1e-13);
    }

    [Fact]
    public void ADenseMetricKeepsTheCovarianceItWasGiven()
    {
        double[] covariance = [4, 1, 0.5, 1, 3, -0.7, 0.5, -0.7, 2];
        var metric = new DenseMetric(3);
        Assert.True(metric.TrySet(covariance));
        Assert.True(Distance(covariance, metric.Tuning(1).InverseMass) < 1e-14);
        Assert.False(metric.TrySet([1, 2, 0, 2, 1, 0, 0, 0, 1]));
        Assert.False(metric.TrySet([1, 0, 0, 0, double.NaN, 0, 0, 0, 1]));
        Assert.True(Distance(covariance, metric.Tuning(1).InverseMass) < 1e-14);
    }

    private static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double largest = 0;
        for (var i = 0; i < x.Length; i++)
            largest = Math.Max(largest, Math.Abs(x[i] - y[i]));
        return largest;
    }

    private static IMetric Metric(string kind)
    {
        if (kind == "diagonal")
        {
            var metric = new DiagonalMetric(Dimension);
            for (var i = 0; i < Dimension; i++)
                metric.Scales[i] = 0.5 + 0.2 * i;
            return metric;
        }

        var dense = new DenseMetric(Dimension);
        var covariance = new double[Dimension * Dimension];
        for (var i = 0; i < Dimension; i++)
        for (var j = 0; j < Dimension; j++)
            covariance[i * Dimension + j] = Math.Pow(0.4, Math.Abs(i - j));
        Assert.True(dense.TrySet(covariance));
        return dense;
    }

    /// <summary>A path over a funnel, whose curvature changes along it.</summary>
    private sealed class Path
    {
        private readonly Leapfrog leapfrog;
        private readonly double[] momentum, gradient;
        private double[] position, next;
        private double logDensity, square;

        public Path(IMetric metric)
        {
            var length = PaddedLength.Of(Dimension);
            leapfrog = new Leapfrog(new FunnelTarget(Dimension - 1), metric);
            (position, next, momentum, gradient) = (new double[length], new double[length], new double[length], new double[length]);
            var random = new RandomStream(2);
            for (var i = 0; i < Dimension; i++)
                (position[i], momentum[i]) = (random.NextNormal(), random.NextNormal());
            logDensity = leapfrog.LogDensity.Evaluate(Position, gradient.AsSpan(0, Dimension));
            square = PaddedVectors.Dot(momentum, momentum);
        }

        public ReadOnlySpan<double> Position => position.AsSpan(0, Dimension);

        public ReadOnlySpan<double> Momentum => momentum.AsSpan(0, Dimension);

        public double Energy => 0.5 * square - logDensity;

        public void Move(double stepSize, int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                logDensity = leapfrog.Step(stepSize, position, momentum, gradient, next, out square);
                (position, next) = (next, position);
            }
        }
    }
}
