using System;
using System.Collections.Generic;
using Gen.Numerics;

namespace Gen.Approximations;

/// <summary>
/// The normal distribution that a quasi-Newton method sees at a point of its path: its covariance is the inverse Hessian of limited memory, diag α + β γ βᵀ, and its mean is
/// where a whole step leads.
/// </summary>
/// <remarks>
/// Zhang, Carpenter, Gelman and Vehtari (2022), "Pathfinder: parallel quasi-Newton variational inference", JMLR 23(306), algorithms 3 and 4. With W = diag α^(−½) β = Q R the covariance is
/// diag α^½ (I + Q (L Lᵀ − I) Qᵀ) diag α^½ for the lower factor L of I + R γ Rᵀ; Q has as many columns as W has that are independent.
/// </remarks>
internal sealed class PathNormal : IDistributionOfPositions
{
    // A column of W that is so much shorter once those before it are taken out of it is one of them.
    private const double Dependent = 1e-10;

    private readonly double[] mean, roots, noise;
    private readonly List<double[]> directions = [];
    private readonly double[] factor;
    private readonly double logScale;

    private PathNormal(double[] mean, double[] roots, List<double[]> directions, double[] factor)
    {
        (this.mean, this.roots, this.directions, this.factor) = (mean, roots, directions, factor);
        noise = new double[mean.Length];
        logScale = -mean.Length * Functions.HalfLogTwoPi;
        foreach (var root in roots)
            logScale -= Math.Log(root);
        for (var i = 0; i < directions.Count; i++)
            logScale -= Math.Log(factor[i * directions.Count + i]);
    }

    /// <inheritdoc/>
    public int Dimension => mean.Length;

    /// <summary>The distribution at a point of a path; null where its covariance is not positive definite.</summary>
    /// <param name="point">The point.</param>
    /// <param name="gradient">The gradient of the negative log-density there.</param>
    /// <param name="alpha">α.</param>
    /// <param name="steps">The last steps S, the oldest first.</param>
    /// <param name="changes">What the gradient changed by over each, Z.</param>
    public static PathNormal? At(ReadOnlySpan<double> point, ReadOnlySpan<double> gradient, ReadOnlySpan<double> alpha, IReadOnlyList<double[]> steps, IReadOnlyList<double[]> changes)
    {
        var (n, m) = (point.Length, steps.Count);
        double[] roots = new double[n], mean = new double[n];
        for (var i = 0; i < n; i++)
            roots[i] = Math.Sqrt(alpha[i]);
        var columns = new double[2 * m][];
        for (var j = 0; j < m; j++)
        {
            (columns[j], columns[m + j]) = (new double[n], new double[n]);
            for (var i = 0; i < n; i++)
                (columns[j][i], columns[m + j][i]) = (roots[i] * changes[j][i], steps[j][i] / roots[i]);
        }

        var gamma = Gamma(columns, steps, changes);
        var (directions, triangle) = Orthonormal(columns);
        var k = directions.Count;

        // M = I + R γ Rᵀ.
        double[] product = new double[k * 2 * m], matrix = new double[k * k], factor = new double[k * k];
        MatrixProduct.Add(triangle, gamma, product, k, 2 * m, 2 * m);
        MatrixProduct.AddTransposedRight(product, triangle, matrix, k, 2 * m, k);
        for (var i = 0; i < k; i++)
            matrix[i * k + i] += 1;
        if (!Cholesky.Factor(matrix, k, factor))
            return null;

        // The whole step: diag α^½ (I + Q (M − I) Qᵀ) diag α^½ g.
        var scaled = new double[n];
        for (var i = 0; i < n; i++)
            scaled[i] = roots[i] * gradient[i];
        double[] inside = new double[k], mapped = new double[k];
        for (var i = 0; i < k; i++)
            inside[i] = RowOperations.Dot(directions[i], scaled);
        for (var i = 0; i < k; i++)
            mapped[i] = RowOperations.Dot(matrix.AsSpan(i * k, k), inside) - inside[i];
        for (var i = 0; i < k; i++)
            RowOperations.AddScaled(mapped[i], directions[i], scaled);
        for (var i = 0; i < n; i++)
            mean[i] = point[i] - roots[i] * scaled[i];
        return new(mean, roots, directions, factor);
    }

    /// <inheritdoc/>
    public double Draw(RandomStream random, Span<double> position)
    {
        var logDensity = logScale;
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = random.NextNormal();
            logDensity -= 0.5 * noise[i] * noise[i];
        }

        var k = directions.Count;
        Span<double> inside = new double[k];
        for (var i = 0; i < k; i++)
            inside[i] = RowOperations.Dot(directions[i], noise);
        for (var i = k - 1; i >= 0; i--)
            RowOperations.AddScaled(RowOperations.Dot(factor.AsSpan(i * k, i + 1), inside[..(i + 1)]) - inside[i], directions[i], noise);
        for (var i = 0; i < noise.Length; i++)
            position[i] = mean[i] + roots[i] * noise[i];
        return logDensity;
    }

    /// <inheritdoc/>
    public double LogDensity(ReadOnlySpan<double> position)
    {
        var k = directions.Count;
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (position[i] - mean[i]) / roots[i];
        double[] inside = new double[k], solved = new double[k];
        for (var i = 0; i < k; i++)
            inside[i] = RowOperations.Dot(directions[i], noise);
        TriangularSolve.Lower(factor, k, inside, solved);

        // |u|² without what lies along the directions, and with what it is there.
        return logScale - 0.5 * (RowOperations.Dot(noise, noise) - RowOperations.Dot(inside, inside) + RowOperations.Dot(solved, solved));
    }

    /// <summary>γ = [[0, −E⁻¹], [−E⁻ᵀ, E⁻ᵀ (diag E + Zᵀ diag α Z) E⁻¹]] with E the upper triangle of SᵀZ.</summary>
    private static double[] Gamma(double[][] columns, IReadOnlyList<double[]> steps, IReadOnlyList<double[]> changes)
    {
        var m = steps.Count;
        double[] inverse = new double[m * m], middle = new double[m * m], gamma = new double[4 * m * m];
        for (var j = 0; j < m; j++)
        {
            // Column j of E⁻¹ by back substitution: E is upper triangular.
            for (var i = j; i >= 0; i--)
            {
                var sum = i == j ? 1.0 : 0;
                for (var l = i + 1; l <= j; l++)
                    sum -= RowOperations.Dot(steps[i], changes[l]) * inverse[l * m + j];
                inverse[i * m + j] = sum / RowOperations.Dot(steps[i], changes[i]);
            }

            for (var i = 0; i < m; i++)
                middle[i * m + j] = RowOperations.Dot(columns[i], columns[j]) + (i == j ? RowOperations.Dot(steps[i], changes[i]) : 0);
        }

        double[] half = new double[m * m], corner = new double[m * m];
        MatrixProduct.Add(middle, inverse, half, m, m, m);
        MatrixProduct.AddTransposedLeft(inverse, half, corner, m, m, m);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                gamma[i * 2 * m + m + j] = -inverse[i * m + j];
                gamma[(m + i) * 2 * m + j] = -inverse[j * m + i];
                gamma[(m + i) * 2 * m + m + j] = corner[i * m + j];
            }
        }

        return gamma;
    }

    /// <summary>W = Q R by Gram and Schmidt's method, each column twice: Q's columns, and R row-major with a row for each of them.</summary>
    private static (List<double[]> Directions, double[] Triangle) Orthonormal(double[][] columns)
    {
        var directions = new List<double[]>();
        var parts = new List<double[]>();
        for (var j = 0; j < columns.Length; j++)
        {
            double[] rest = [.. columns[j]];
            var length = Math.Sqrt(RowOperations.Dot(rest, rest));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < directions.Count; i++)
                {
                    var part = RowOperations.Dot(directions[i], rest);
                    parts[i][j] += part;
                    RowOperations.AddScaled(-part, directions[i], rest);
                }
            }

            var left = Math.Sqrt(RowOperations.Dot(rest, rest));
            if (!(left > Dependent * length))
                continue;
            RowOperations.Scale(1 / left, rest);
            directions.Add(rest);
            parts.Add(new double[columns.Length]);
            parts[^1][j] = left;
        }

        var triangle = new double[directions.Count * columns.Length];
        for (var i = 0; i < directions.Count; i++)
            parts[i].CopyTo(triangle, i * columns.Length);
        return (directions, triangle);
    }
}
