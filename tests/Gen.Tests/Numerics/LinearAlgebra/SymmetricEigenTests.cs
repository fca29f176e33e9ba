using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.LinearAlgebra;

public class SymmetricEigenTests
{
    private const double Roundoff = 2.2e-16;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(150)]
    public void TheSecondDifferencesHaveTheirKnownEigenvalues(int order)
    {
        // 2 on the diagonal and −1 beside it: 2 − 2 cos(kπ / (n + 1)).
        var matrix = new double[order * order];
        for (var i = 0; i < order; i++)
        {
            matrix[i * order + i] = 2;
            if (i > 0)
                matrix[i * order + i - 1] = matrix[(i - 1) * order + i] = -1;
        }

        var (values, _) = Decompose(matrix, order);
        var expected = Enumerable.Range(1, order).Select(k => 2 - 2 * Math.Cos(k * Math.PI / (order + 1))).Order();
        Assert.All(values.Order().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 8 * order * Roundoff));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(9, 1e8)]
    [InlineData(64, 1e-8)]
    [InlineData(151, 1)]
    public void VectorsAreOrthonormalAndAreStretchedByTheirValues(int order, double scale)
    {
        var random = new RandomStream(5);
        var matrix = new double[order * order];
        for (var i = 0; i < order; i++)
        for (var j = 0; j <= i; j++)
            matrix[i * order + j] = matrix[j * order + i] = scale * random.NextNormal();
        var (values, vectors) = Decompose(matrix, order);
        var size = values.Max(Math.Abs);
        for (var k = 0; k < order; k++)
        {
            var vector = vectors.AsSpan(k * order, order);
            for (var i = 0; i < order; i++)
                Assert.Equal(values[k] * vector[i], RowOperations.Dot(matrix.AsSpan(i * order, order), vector), 4 * order * Roundoff * size);
            for (var l = 0; l <= k; l++)
                Assert.Equal(k == l ? 1 : 0, RowOperations.Dot(vectors.AsSpan(l * order, order), vector), 4 * order * Roundoff);
        }
    }

    [Fact]
    public void EqualEigenvaluesAndZerosAreNoTrouble()
    {
        Assert.Equal([0, 0, 0], Decompose(new double[9], 3).Values);
        Assert.Equal([1, 1, 1], Decompose([1, 0, 0, 0, 1, 0, 0, 0, 1], 3).Values);

        // All ones: n once, and 0 otherwise.
        var (values, _) = Decompose([.. Enumerable.Repeat(1.0, 36)], 6);
        Assert.All(values.Order().Zip([0, 0, 0, 0, 0, 6.0]), pair => Assert.Equal(pair.Second, pair.First, 100 * Roundoff));
    }

    [Fact]
    public void WhatIsNotFiniteIsNotDecomposed()
    {
        Assert.False(SymmetricEigen.TryDecompose([1, double.NaN, double.NaN, 1], 2, new double[2], new double[4], new double[4]));
        Assert.False(SymmetricEigen.TryDecompose([1, 2, 3, 2, double.PositiveInfinity, 1, 3, 1, 1], 3, new double[3], new double[9], new double[6]));
    }

    [Fact]
    public void TheGeometricMeanOfDiagonalMatricesIsThatOfTheirElements()
    {
        double[] variances = new double[3], directions = new double[9];
        Assert.True(GeometricMean.TryDecompose([1, 0, 0, 0, 4, 0, 0, 0, 8], [1, 0, 0, 0, 1, 0, 0, 0, 0.5], 3, variances, directions, new double[6]));
        Assert.All(variances.Order().Zip([1, 2, 4.0]), pair => Assert.Equal(pair.Second, pair.First, 20 * Roundoff));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void TheGeometricMeanTakesOneMatrixToTheOther(int order)
    {
        // Σ B Σ = A.
        var (a, b) = (Positive(order, 1), Positive(order, 2));
        double[] variances = new double[order], directions = new double[order * order];
        Assert.True(GeometricMean.TryDecompose([.. a], [.. b], order, variances, directions, new double[2 * order]));
        var mean = new double[order * order];
        for (var k = 0; k < order; k++)
            GeometricMean.AddSquare(variances[k], directions.AsSpan(k * order, order), mean);
        var product = Product(Product(mean, b, order), mean, order);
        Assert.All(product.Zip(a), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void AMatrixThatIsNotPositiveHasNoGeometricMean()
    {
        Assert.False(GeometricMean.TryDecompose([1, 0, 0, 1], [1, 2, 2, 1], 2, new double[2], new double[4], new double[4]));
        Assert.False(GeometricMean.TryDecompose([1, 2, 2, 1], [1, 0, 0, 1], 2, new double[2], new double[4], new double[4]));
    }

    private static (double[] Values, double[] Vectors) Decompose(double[] matrix, int order)
    {
        double[] values = new double[order], vectors = new double[order * order];
        Assert.True(SymmetricEigen.TryDecompose([.. matrix], order, values, vectors, new double[2 * order]));
        return (values, vectors);
    }

    private static double[] Positive(int order, int seed)
    {
        var random = new RandomStream(seed);
        var matrix = new double[order * order];
        for (var i = 0; i < order; i++)
            matrix[i * order + i] = 1;
        for (var row = 0; row < 2 * order; row++)
            GeometricMean.AddSquare(1.0 / order, [.. Enumerable.Range(0, order).Select(_ => random.NextNormal())], matrix);
        return matrix;
    }

    private static double[] Product(double[] a, double[] b, int order)
    {
        var product = new double[order * order];
        for (var i = 0; i < order; i++)
        for (var k = 0; k < order; k++)
            RowOperations.AddScaled(a[i * order + k], b.AsSpan(k * order, order), product.AsSpan(i * order, order));
        return product;
    }
}
