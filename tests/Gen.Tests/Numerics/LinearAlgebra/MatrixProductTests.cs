using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Tests.Numerics.LinearAlgebra.TestMatrices;

namespace Gen.Tests.Numerics.LinearAlgebra;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(33)]
    public void Products_are_added_in_all_three_orders(int rows)
    {
        foreach (var inner in new[] { 1, 10, 127, 128, 129, 300 })
        {
            foreach (var columns in new[] { 1, 5, 8, 9, 16, 17, 23, 24, 25, 70 })
            {
                AssertProducts(rows, inner, columns);
            }
        }
    }

    [Fact]
    public void Empty_products_add_nothing()
    {
        double[] c = [1, 2];

        MatrixProduct.Add([], [], c, 1, 0, 2);
        MatrixProduct.Add([1], [], [], 1, 1, 0);

        Assert.Equal([1, 2], c);
    }

    [Fact]
    public void Spans_that_are_too_short_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MatrixProduct.Add(new double[5], new double[6], new double[4], 2, 3, 2));
        Assert.Throws<ArgumentException>(() => MatrixProduct.AddTransposedLeft(new double[6], new double[5], new double[4], 2, 3, 2));
        Assert.Throws<ArgumentException>(() => MatrixProduct.AddTransposedRight(new double[6], new double[6], new double[3], 2, 3, 2));
    }

    private static void AssertProducts(int rows, int inner, int columns)
    {
        var (a, b, c) = (Normals(rows * inner, 1), Normals(inner * columns, 2), Normals(rows * columns, 3));
        double[] expected = [.. Product(rows, inner, columns, a, b).Zip(c, (x, y) => x + y)];
        double[] first = [.. c], second = [.. c], third = [.. c];

        MatrixProduct.Add(a, b, first, rows, inner, columns);
        MatrixProduct.AddTransposedLeft(Transpose(rows, inner, a), b, second, rows, inner, columns);
        MatrixProduct.AddTransposedRight(a, Transpose(inner, columns, b), third, rows, inner, columns);

        Assert.True(LargestDifference(expected, first) < 1e-12);
        Assert.True(LargestDifference(expected, second) < 1e-12);
        Assert.True(LargestDifference(expected, third) < 1e-12);
    }
}
