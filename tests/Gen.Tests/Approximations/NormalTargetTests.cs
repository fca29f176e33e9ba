using System;
using System.Linq;
using System.Threading;
using Gen.Approximations;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Approximations;

/// <summary>Of a normal distribution every approximation is exact, however strong its correlations and far apart its scales.</summary>
public sealed class NormalTargetTests
{
    private const double Relative = 1e-6;

    public static TheoryData<int, long> Targets() => new() { { 1, 1 }, { 2, 2 }, { 5, 3 }, { 12, 4 }, { 40, 5 } };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Second_derivatives_are_the_precision(int dimension, long seed)
    {
        var target = new DenseNormalTarget(dimension, seed);
        IsExact(target, NormalApproximation.OfPrecision(target.Mean, DensityHessian.Negative(target, [.. target.Mean.Select(m => m + 0.3)]))!);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Mode_and_curvature_are_exact(int dimension, long seed)
    {
        var target = new DenseNormalTarget(dimension, seed);
        var found = new ModeSearch(target, i => $"coordinate {i}").Find(Starts(target), 2, new RandomStream(seed), CancellationToken.None)!;
        Assert.Null(found.Fault);
        Assert.Equal(0, found.LowerModes);
        Assert.Equal(0, found.LogDensity, 1e-12);
        IsExact(target, found.Curvature!);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Variational_inference_is_exact_by_linear_response_and_knows_it(int dimension, long seed)
    {
        var target = new DenseNormalTarget(dimension, seed);
        var fitted = DeterministicAdvi.Fit(target, new double[dimension], seed);
        Assert.Null(fitted.Fault);
        Assert.InRange(fitted.Error, 0, Relative);
        IsExact(target, Assert.IsType<NormalApproximation>(fitted.Distribution));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Pathfinder_weights_its_draws_to_the_target(int dimension, long seed)
    {
        const int Draws = 20_000;
        var target = new DenseNormalTarget(dimension, seed);
        var found = Pathfinder.Find(target, Starts(target), 4, seed)!;
        var random = new RandomStream(seed, 99);
        double[] ratios = new double[Draws], slopes = new double[dimension];
        var positions = new double[Draws][];
        for (var draw = 0; draw < Draws; draw++)
        {
            positions[draw] = new double[dimension];
            ratios[draw] = -found.Draw(random, positions[draw]);
            ratios[draw] += target.Evaluate(positions[draw], slopes);
        }

        Assert.InRange(ParetoSmoothing.Smooth(ratios), double.NegativeInfinity, 0.7);
        double[] weights = [.. ratios.Select(Math.Exp)];
        for (var i = 0; i < dimension; i++)
        {
            // The error of a weighted mean follows from its weights; four of them.
            var mean = positions.Zip(weights, (position, weight) => position[i] * weight).Sum();
            var error = Math.Sqrt(positions.Zip(weights, (position, weight) => weight * weight * (position[i] - mean) * (position[i] - mean)).Sum());
            Assert.InRange(mean, target.Mean[i] - 4 * error, target.Mean[i] + 4 * error);
            var squares = positions.Select(position => (position[i] - target.Mean[i]) * (position[i] - target.Mean[i])).ToArray();
            var variance = squares.Zip(weights, (square, weight) => square * weight).Sum();
            var ofVariance = Math.Sqrt(squares.Zip(weights, (square, weight) => weight * weight * (square - variance) * (square - variance)).Sum());
            Assert.InRange(target.Covariance(i, i), variance - 4 * ofVariance, variance + 4 * ofVariance);
        }
    }

    private static StartingPoint Starts(ILogDensity target) => new(target, 2, (_, _) => false);

    private static void IsExact(DenseNormalTarget target, NormalApproximation found)
    {
        var n = target.Dimension;
        for (var i = 0; i < n; i++)
        {
            var sd = Math.Sqrt(target.Covariance(i, i));
            Assert.InRange((found.Mean[i] - target.Mean[i]) / sd, -Relative, Relative);
            for (var j = 0; j <= i; j++)
            {
                // The variance of a sum and that of a difference have the covariance between them.
                double[] sum = new double[n], other = Enumerable.Range(0, n).Select(k => k == i ? 1 / sd : 0).ToArray();
                other.CopyTo(sum, 0);
                sum[j] += 1 / Math.Sqrt(target.Covariance(j, j));
                var expected = 2 + 2 * target.Covariance(i, j) / sd / Math.Sqrt(target.Covariance(j, j));
                Assert.InRange(found.StandardDeviation(sum), Math.Sqrt(expected) - Relative, Math.Sqrt(expected) + Relative);
            }
        }
    }
}
