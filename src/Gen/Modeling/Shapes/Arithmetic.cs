using System;

namespace Gen;

/// <summary>An arithmetic operation of two numbers, as a type, so that the loops over it are compiled for it.</summary>
internal interface IArithmetic
{
    static abstract string Symbol { get; }

    static abstract double Of(double x, double y);
}

internal readonly struct Addition : IArithmetic
{
    public static string Symbol => "+";

    public static double Of(double x, double y) => x + y;
}

internal readonly struct Subtraction : IArithmetic
{
    public static string Symbol => "-";

    public static double Of(double x, double y) => x - y;
}

internal readonly struct Multiplication : IArithmetic
{
    public static string Symbol => "*";

    public static double Of(double x, double y) => x * y;
}

internal readonly struct Division : IArithmetic
{
    public static string Symbol => "/";

    public static double Of(double x, double y) => x / y;
}

/// <summary>The four elementwise operations on every mix of shapes.</summary>
internal static class Arithmetic<T>
    where T : struct, IArithmetic
{
    public static Vector Of(Vector x, Vector y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"x {T.Symbol} y: x has {x.Length} elements, y has {y.Length}.");
        }

        return Vector.Wrap(Zip(x.AsSpan(), y.AsSpan()));
    }

    public static Vector Of(Vector x, double y) => Vector.Wrap(With(x.AsSpan(), y));

    public static Vector Of(double x, Vector y) => Vector.Wrap(With(x, y.AsSpan()));

    public static Matrix Of(Matrix x, Matrix y)
    {
        if (x.Rows != y.Rows || x.Columns != y.Columns)
        {
            throw new ArgumentException($"x {T.Symbol} y: x is {x.Rows} by {x.Columns}, y is {y.Rows} by {y.Columns}.");
        }

        return Matrix.Wrap(x.Rows, x.Columns, Zip(x.AsSpan(), y.AsSpan()));
    }

    public static Matrix Of(Matrix x, double y) => Matrix.Wrap(x.Rows, x.Columns, With(x.AsSpan(), y));

    public static Matrix Of(double x, Matrix y) => Matrix.Wrap(y.Rows, y.Columns, With(x, y.AsSpan()));

    public static Matrix Of(Matrix x, Vector y)
    {
        CheckLastAxis(x, y, "x", "y");
        var result = new double[x.Rows * x.Columns];
        var elements = x.AsSpan();
        var row = y.AsSpan();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = T.Of(elements[i], row[i % x.Columns]);
        }

        return Matrix.Wrap(x.Rows, x.Columns, result);
    }

    public static Matrix Of(Vector x, Matrix y)
    {
        CheckLastAxis(y, x, "y", "x");
        var result = new double[y.Rows * y.Columns];
        var elements = y.AsSpan();
        var row = x.AsSpan();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = T.Of(row[i % y.Columns], elements[i]);
        }

        return Matrix.Wrap(y.Rows, y.Columns, result);
    }

    private static void CheckLastAxis(Matrix matrix, Vector vector, string nameOfMatrix, string nameOfVector)
    {
        if (matrix.Columns != vector.Length)
        {
            throw new ArgumentException(
                $"x {T.Symbol} y: {nameOfMatrix} is {matrix.Rows} by {matrix.Columns}, {nameOfVector} has {vector.Length} elements; " +
                "a vector meets a matrix along its columns.");
        }
    }

    private static double[] Zip(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var result = new double[x.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = T.Of(x[i], y[i]);
        }

        return result;
    }

    private static double[] With(ReadOnlySpan<double> x, double y)
    {
        var result = new double[x.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = T.Of(x[i], y);
        }

        return result;
    }

    private static double[] With(double x, ReadOnlySpan<double> y)
    {
        var result = new double[y.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = T.Of(x, y[i]);
        }

        return result;
    }
}
