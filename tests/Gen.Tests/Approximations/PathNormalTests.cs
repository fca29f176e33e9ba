using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Approximations;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Approximations;

/// <summary>The normal distribution at a point of a path has the covariance that the formula of BFGS gives, whether there are more steps than coordinates or fewer.</summary>
public sealed class PathNormalTests
{
    [Theory]
    [InlineData(2, 6, 1)]
    [InlineData(5, 2, 2)]
    [InlineData(8, 4, 3)]
    [InlineData(20, 6, 4)]
    [InlineData(3, 0, 5)]
    public void Covariance_is_that_of_successive_updates(int dimension, int steps, long seed)
    {
        var random = new RandomStream(seed);
        double[] Normals() => [.. Enumerable.Range(0, dimension).Select(_ => random.NextNormal())];
        double[] alpha = [.. Normals().Select(Math.Exp)], curvature = [.. Normals().Select(Math.Exp)], point = Normals(), gradient = Normals();
        List<double[]> moves = [], changes = [];
        var inverse = new double[dimension, dimension];
        for (var i = 0; i < dimension; i++)
            inverse[i, i] = alpha[i];
        for (var step = 0; step < steps; step++)
        {
            moves.Add(Normals());
            changes.Add([.. moves[^1].Zip(curvature, (s, c) => c * s)]);
            inverse = Updated(inverse, moves[^1], changes[^1]);
        }

        var normal = PathNormal.At(point, gradient, alpha, moves, changes)!;

        // Draws are linear in their noise: the distribution's own density at points apart from the mean tells its precision, and the mean is where a whole step leads.
        var mean = point.Select((x, i) => x - Enumerable.Range(0, dimension).Sum(j => inverse[i, j] * gradient[j])).ToArray();
        var top = normal.LogDensity(mean);
        var covariance = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfArray(inverse);
        Assert.Equal(-0.5 * (dimension * Math.Log(2 * Math.PI) + Math.Log(covariance.Determinant())), top, 8);
        var precision = covariance.Inverse();
        for (var trial = 0; trial < 5; trial++)
        {
            var away = MathNet.Numerics.LinearAlgebra.Double.DenseVector.OfArray(Normals());
            var expected = -0.5 * (away * precision * away);
            Assert.Equal(expected, normal.LogDensity([.. mean.Zip(away, (m, a) => m + a)]) - top, 1e-8 * Math.Max(1, Math.Abs(expected)));
        }

        var position = new double[dimension];
        var logDensity = normal.Draw(random, position);
        Assert.Equal(normal.LogDensity(position), logDensity, 1e-8 * Math.Max(1, Math.Abs(logDensity)));
    }

    /// <summary>(I − ρ s zᵀ) H (I − ρ z sᵀ) + ρ s sᵀ with ρ = 1 / zᵀs.</summary>
    private static double[,] Updated(double[,] h, double[] s, double[] z)
    {
        var n = s.Length;
        var rho = 1 / s.Zip(z, (a, b) => a * b).Sum();
        var left = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.Create(n, n, (i, j) => (i == j ? 1 : 0) - rho * s[i] * z[j]);
        var own = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.Create(n, n, (i, j) => rho * s[i] * s[j]);
        return (left * MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfArray(h) * left.Transpose() + own).ToArray();
    }
}
