using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class UTurnTests
{
    private const int Dimension = 5;

    [Fact]
    public void AQuarterCircleIsStraightAndAFullOneIsNot()
    {
        // Momenta of a harmonic oscillator in two coordinates that start a quarter period apart turn at a constant rate: 2^k points over the angle φ.
        Assert.True(AddsAll(Turning(32, Math.PI / 2)));
        Assert.True(AddsAll(Turning(32, 0.95 * Math.PI)));
        Assert.False(AddsAll(Turning(32, 1.1 * Math.PI)));
        Assert.False(AddsAll(Turning(32, 2 * Math.PI)));
    }

    [Fact]
    public void TheExtraChecksFindAFullPeriodThatTheEndsMiss()
    {
        // The ends point along ρ, yet the middle runs against them.
        double[][] earlier = [[1, 0], [-0.9, 0.1]], later = [[-0.9, -0.1], [1, 0.2]];
        var all = Sum([.. earlier, .. later]);
        Assert.True(Dot(earlier[0], all) > 0 && Dot(later[^1], all) > 0);
        Assert.False(Joins(earlier, later));
        Assert.True(Joins([[1, 0], [0.9, 0.1]], [[0.9, -0.1], [1, 0.2]]));
    }

    [Fact]
    public void TheStackAgreesWithTheRecursionAtEverySubtree()
    {
        var random = new RandomStream(11);
        int straight = 0, turned = 0;
        var subtree = new Subtree(Dimension, 6);
        for (var trial = 0; trial < 1200; trial++)
        {
            // A drift keeps some trajectories straight.
            var drift = 3 * random.NextDouble();
            var depth = trial % 6;
            var points = Enumerable.Range(0, 1 << depth)
                .Select(_ => Enumerable.Range(0, Dimension).Select(i => random.NextNormal() + (i == 0 ? drift : 0)).ToArray()).ToArray();
            subtree.Clear();
            var actual = points.All(point => subtree.Add(Pad(point), Dot(point, point)));
            Assert.Equal(GoesStraight(points), actual);
            if (actual)
            {
                straight++;
                Assert.Equal(points[0], subtree.First[..Dimension].ToArray());
                Assert.All(Sum(points).Zip(subtree.Sum[..Dimension].ToArray()), pair => Assert.Equal(pair.First, pair.Second, 10));
            }
            else
            {
                turned++;
            }
        }

        Assert.True(straight > 300 && turned > 300);
    }

    private static bool AddsAll(double[][] points)
    {
        var subtree = new Subtree(Dimension, 10);
        subtree.Clear();
        return points.All(point => subtree.Add(Pad(point), Dot(point, point)));
    }

    private static double[][] Turning(int count, double angle) =>
        [.. Enumerable.Range(0, count).Select(i => new[] { Math.Cos(angle * i / (count - 1)), Math.Sin(angle * i / (count - 1)), 0, 0, 0 })];

    /// <summary>The definition: both halves go straight, and so does their join.</summary>
    private static bool GoesStraight(double[][] points)
    {
        if (points.Length == 1)
            return true;
        double[][] earlier = points[..(points.Length / 2)], later = points[(points.Length / 2)..];
        if (!GoesStraight(earlier) || !GoesStraight(later))
            return false;
        double[] all = Sum(points), head = Sum([.. earlier, later[0]]), tail = Sum([earlier[^1], .. later]);
        return Dot(points[0], all) > 0 && Dot(points[^1], all) > 0
            && Dot(points[0], head) > 0 && Dot(later[0], head) > 0
            && Dot(earlier[^1], tail) > 0 && Dot(points[^1], tail) > 0;
    }

    private static bool Joins(double[][] earlier, double[][] later) =>
        UTurn.JoinsStraight(Pad(earlier[0]), Pad(earlier[^1]), Pad(Sum(earlier)), Pad(later[0]), Pad(later[^1]), Pad(Sum(later)));

    private static double[] Sum(double[][] points) => points.Aggregate((x, y) => [.. x.Zip(y, (a, b) => a + b)]);

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double[] Pad(double[] point)
    {
        var padded = new double[PaddedLength.Of(point.Length)];
        point.CopyTo(padded, 0);
        return padded;
    }
}
