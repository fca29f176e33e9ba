using System;

namespace Gen;

// Products of vectors and matrices.
public static partial class Modeling
{
    /// <summary>The inner product Σ xᵢ yᵢ.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(Vector x, Vector y)
    {
        Require(x.Length == y.Length, $"Dot(x, y): x has {x.Length} elements, y has {y.Length}.");
        return Inner(x.AsSpan(), y.AsSpan());
    }

    /// <summary>The product of a matrix and a column: an element per row of <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="y"/> has not an element for each column.</exception>
    public static Vector Dot(Matrix x, Vector y)
    {
        Require(x.Columns == y.Length, $"Dot(x, y): x has {x.Columns} columns, y has {y.Length} elements.");
        var product = new double[x.Rows];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = Inner(x.AsSpan().Slice(i * x.Columns, x.Columns), y.AsSpan());
        }

        return Vector.Wrap(product);
    }

    /// <summary>The product of a row and a matrix: an element per column of <paramref name="y"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> has not an element for each row.</exception>
    public static Vector Dot(Vector x, Matrix y)
    {
        Require(x.Length == y.Rows, $"Dot(x, y): x has {x.Length} elements, y has {y.Rows} rows.");
        var product = new double[y.Columns];
        for (var i = 0; i < y.Rows; i++)
        {
            for (var j = 0; j < product.Length; j++)
            {
                product[j] += x[i] * y[i, j];
            }
        }

        return Vector.Wrap(product);
    }

    /// <summary>The matrix product.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> has not a column for each row of <paramref name="y"/>.</exception>
    public static Matrix Dot(Matrix x, Matrix y)
    {
        Require(x.Columns == y.Rows, $"Dot(x, y): x has {x.Columns} columns, y has {y.Rows} rows.");
        var product = new Matrix(x.Rows, y.Columns);
        for (var i = 0; i < x.Rows; i++)
        {
            product[i] = Dot(x[i], y);
        }

        return product;
    }

    /// <summary>The outer product: element [i, j] is xᵢ yⱼ.</summary>
    public static Matrix Outer(Vector x, Vector y)
    {
        var product = new double[x.Length * y.Length];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < y.Length; j++)
            {
                product[i * y.Length + j] = x[i] * y[j];
            }
        }

        return Matrix.Wrap(x.Length, y.Length, product);
    }

    /// <summary>The matrix with rows and columns exchanged.</summary>
    public static Matrix Transpose(Matrix x)
    {
        var transposed = new double[x.Rows * x.Columns];
        for (var i = 0; i < x.Rows; i++)
        {
            for (var j = 0; j < x.Columns; j++)
            {
                transposed[j * x.Rows + i] = x[i, j];
            }
        }

        return Matrix.Wrap(x.Columns, x.Rows, transposed);
    }

    private static double Inner(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
