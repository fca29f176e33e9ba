using System;
using Gen.Numerics;

namespace Gen.Tests.Numerics.LinearAlgebra;

/// <summary>Matrices of every size for tests, and products that are computed in the plainest way.</summary>
internal static class TestMatrices
{
    /// <summary>Sizes at which something changes: lanes, tiles and blocks of 48 that are just full, or not.</summary>
    public static readonly int[] Orders = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 95, 96, 97, 100, 257];

    /// <summary>Independent standard normal numbers.</summary>
    public static double[] Normals(int count, int seed)
    {
        var random = new RandomStream(seed);
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = random.NextNormal();
        }

        return values;
    }

    /// <summary>A well-conditioned symmetric positive definite matrix: G Gᵀ / n + I.</summary>
    public static double[] PositiveDefinite(int n, int seed)
    {
        var g = Normals(n * n, seed);
        var matrix = Product(n, n, n, g, Transpose(n, n, g));
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[i * n + j] = matrix[i * n + j] / n + (i == j ? 1 : 0);
            }
        }

        return matrix;
    }

    /// <summary>A well-conditioned lower triangle, with NaN above, which nobody may read.</summary>
    public static double[] LowerTriangle(int n, int seed)
    {
        var matrix = Normals(n * n, seed);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[i * n + j] = j > i ? double.NaN : j == i ? 2 + Math.Abs(matrix[i * n + j]) : matrix[i * n + j] / n;
            }
        }

        return matrix;
    }

    /// <summary>The lower triangle with zeros above.</summary>
    public static double[] Lower(int n, ReadOnlySpan<double> matrix)
    {
        var lower = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            matrix.Slice(i * n, i + 1).CopyTo(lower.AsSpan(i * n));
        }

        return lower;
    }

    public static double[] Transpose(int rows, int columns, double[] matrix)
    {
        var transposed = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }

        return transposed;
    }

    public static double[] Product(int rows, int inner, int columns, double[] a, double[] b)
    {
        var product = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < inner; k++)
            {
                for (var j = 0; j < columns; j++)
                {
                    product[i * columns + j] += a[i * inner + k] * b[k * columns + j];
                }
            }
        }

        return product;
    }

    public static double Inner(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    public static double LargestDifference(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var largest = x.Length == y.Length ? 0.0 : double.NaN;
        for (var i = 0; i < x.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(x[i] - y[i]));
        }

        return largest;
    }
}
