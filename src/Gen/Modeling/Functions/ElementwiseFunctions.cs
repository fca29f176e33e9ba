using System;

namespace Gen;

/// <summary>Application of scalar functions to every element.</summary>
internal static class ElementwiseFunctions
{
    public static Vector Map(Vector x, Func<double, double> function) => Vector.Wrap(Map(x.AsSpan(), function));

    public static Matrix Map(Matrix x, Func<double, double> function) => Matrix.Wrap(x.Rows, x.Columns, Map(x.AsSpan(), function));

    public static Vector Zip(string name, VectorArgument x, VectorArgument y, Func<double, double, double> function)
    {
        var result = new double[CommonShape.Length(name, x, y)];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function(x[i], y[i]);
        }

        return Vector.Wrap(result);
    }

    public static Matrix Zip(string name, MatrixArgument x, MatrixArgument y, Func<double, double, double> function)
    {
        var (rows, columns) = CommonShape.Of(name, x, y);
        var result = new double[rows * columns];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function(x.At(i, columns), y.At(i, columns));
        }

        return Matrix.Wrap(rows, columns, result);
    }

    public static Vector Choose(VectorArgument condition, VectorArgument a, VectorArgument b)
    {
        var result = new double[CommonShape.Length("Where", condition, a, b)];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = condition[i] != 0 ? a[i] : b[i];
        }

        return Vector.Wrap(result);
    }

    public static Matrix Choose(MatrixArgument condition, MatrixArgument a, MatrixArgument b)
    {
        var (rows, columns) = CommonShape.Of("Where", condition, a, b);
        var result = new double[rows * columns];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = condition.At(i, columns) != 0 ? a.At(i, columns) : b.At(i, columns);
        }

        return Matrix.Wrap(rows, columns, result);
    }

    private static double[] Map(ReadOnlySpan<double> x, Func<double, double> function)
    {
        var result = new double[x.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function(x[i]);
        }

        return result;
    }
}
