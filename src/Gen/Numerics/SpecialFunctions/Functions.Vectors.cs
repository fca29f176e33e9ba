using System;

namespace Gen.Numerics;

// The functions over vectors that definitions of distributions use; the compiler's halves have the same signatures over expressions.
public static partial class Functions
{
    /// <summary>Σ term(i) for lower ≤ i &lt; upper; 0 where there is none.</summary>
    public static double Sum(int lower, int upper, Func<int, double> term)
    {
        var sum = 0.0;
        for (var i = lower; i < upper; i++)
        {
            sum += term(i);
        }

        return sum;
    }

    /// <summary>log Σ exp term(i) for lower ≤ i &lt; upper, without overflow; −∞ where there is none.</summary>
    public static double LogSumExp(int lower, int upper, Func<int, double> term)
    {
        var greatest = double.NegativeInfinity;
        for (var i = lower; i < upper; i++)
        {
            greatest = Math.Max(greatest, term(i));
        }

        return double.IsInfinity(greatest) ? greatest : greatest + Log(Sum(lower, upper, i => Exp(term(i) - greatest)));
    }

    /// <summary>The vector of element(i) for 0 ≤ i &lt; length.</summary>
    public static Vector Map(int length, Func<int, double> element)
    {
        var values = new double[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = element(i);
        }

        return Vector.Wrap(values);
    }

    /// <summary>The matrix of element(i, j) for 0 ≤ i &lt; rows and 0 ≤ j &lt; columns.</summary>
    public static Matrix Map(int rows, int columns, Func<int, int, double> element)
    {
        var values = new double[rows * columns];
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = element(k / columns, k % columns);
        }

        return Matrix.Wrap(rows, columns, values);
    }

    /// <summary>
    /// The vector of length <paramref name="upper"/> whose element at <paramref name="lower"/> is <paramref name="first"/> and each later one
    /// next(t, the element before); elements before lower are 0.
    /// </summary>
    public static Vector Scan(int lower, int upper, double first, Func<int, double, double> next)
    {
        var values = new double[upper];
        for (var t = lower; t < upper; t++)
        {
            values[t] = t == lower ? first : next(t, values[t - 1]);
        }

        return Vector.Wrap(values);
    }

    /// <summary>The element of <paramref name="vector"/> at a position that is a number of a model: 0, 1, ….</summary>
    public static double At(Vector vector, double position) => vector[(int)position];

    /// <summary>x with factor · x = right; only the lower triangle of <paramref name="factor"/> is read.</summary>
    public static Vector SolveLower(Matrix factor, Vector right)
    {
        var solution = new double[right.Length];
        TriangularSolve.Lower(factor.AsSpan(), factor.Rows, right.AsSpan(), solution);
        return Vector.Wrap(solution);
    }

    /// <summary>X with factor · X = right; only the lower triangle of <paramref name="factor"/> is read.</summary>
    public static Matrix SolveLower(Matrix factor, Matrix right)
    {
        var solution = new double[right.Rows * right.Columns];
        TriangularSolve.Lower(factor.AsSpan(), factor.Rows, right.Columns, right.AsSpan(), solution);
        return Matrix.Wrap(right.Rows, right.Columns, solution);
    }

    /// <summary>
    /// The lower triangular L with positive diagonal and L Lᵀ = <paramref name="matrix"/>, of which only the lower triangle is read; NaN where the
    /// matrix is not positive definite.
    /// </summary>
    public static Matrix Cholesky(Matrix matrix)
    {
        var factor = new double[matrix.Rows * matrix.Rows];
        Numerics.Cholesky.Factor(matrix.AsSpan(), matrix.Rows, factor);
        return Matrix.Wrap(matrix.Rows, matrix.Rows, factor);
    }
}
