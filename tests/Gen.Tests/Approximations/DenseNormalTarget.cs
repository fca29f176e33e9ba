using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;

namespace Gen.Tests.Approximations;

/// <summary>A normal distribution with a mean, and a covariance whose correlations are strong and whose scales are far apart.</summary>
internal sealed class DenseNormalTarget : ILogDensity
{
    private readonly double[] factor;

    public DenseNormalTarget(int dimension, long seed)
    {
        var random = new RandomStream(seed);
        Mean = [.. Enumerable.Range(0, dimension).Select(_ => random.NextNormal())];
        factor = new double[dimension * dimension];
        for (var i = 0; i < dimension; i++)
        {
            var scale = Math.Pow(10, i % 3 - 1);
            for (var j = 0; j <= i; j++)
                factor[i * dimension + j] = scale * (i == j ? 0.5 : random.NextNormal() / Math.Sqrt(dimension));
        }
    }

    public double[] Mean { get; }

    public int Dimension => Mean.Length;

    public double Covariance(int i, int j) => Enumerable.Range(0, Dimension).Sum(k => factor[i * Dimension + k] * factor[j * Dimension + k]);

    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        double[] difference = [.. position.ToArray().Zip(Mean, (x, m) => x - m)], solved = new double[Dimension];
        TriangularSolve.Lower(factor, Dimension, difference, solved);
        var value = -0.5 * solved.Sum(z => z * z);
        TriangularSolve.LowerTransposed(factor, Dimension, solved, gradient);
        foreach (ref var slope in gradient)
            slope = -slope;
        return value;
    }
}
