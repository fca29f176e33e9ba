using System;

namespace Gen;

// Functions that reduce a vector, or an axis of a matrix.
public static partial class Modeling
{
    /// <summary>The sum of the elements.</summary>
    public static double Sum(Vector x) => Reduction.Sum(x.AsSpan());

    /// <summary>The sum of all elements.</summary>
    public static double Sum(Matrix x) => Reduction.Sum(x.AsSpan());

    /// <summary>The sum of counts.</summary>
    public static int Sum(int[] x)
    {
        var sum = 0;
        foreach (var element in x)
        {
            sum = checked(sum + element);
        }

        return sum;
    }

    /// <summary>The sum of all counts.</summary>
    public static int Sum(int[,] x)
    {
        var sum = 0;
        foreach (var element in x)
        {
            sum = checked(sum + element);
        }

        return sum;
    }

    /// <summary>Sums along an axis: 0 adds up the rows (an element per column), 1 the columns (an element per row).</summary>
    public static Vector Sum(Matrix x, int axis) => Reduction.Along(x, axis, Reduction.Sum);

    /// <summary>The mean of the elements; NaN of none.</summary>
    public static double Mean(Vector x) => Reduction.Mean(x.AsSpan());

    /// <summary>The mean of all elements; NaN of none.</summary>
    public static double Mean(Matrix x) => Reduction.Mean(x.AsSpan());

    /// <summary>Means along an axis: 0 averages the rows (an element per column), 1 the columns (an element per row).</summary>
    public static Vector Mean(Matrix x, int axis) => Reduction.Along(x, axis, Reduction.Mean);

    /// <summary>The product of the elements; 1 of none.</summary>
    public static double Prod(Vector x)
    {
        var product = 1.0;
        foreach (var element in x.AsSpan())
        {
            product *= element;
        }

        return product;
    }

    /// <summary>The standard deviation, with divisor n − 1; NaN of fewer than two elements.</summary>
    public static double Sd(Vector x)
    {
        var mean = Mean(x);
        var squares = 0.0;
        foreach (var element in x.AsSpan())
        {
            squares += (element - mean) * (element - mean);
        }

        return Math.Sqrt(squares / (x.Length - 1));
    }

    /// <summary>The greatest element.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Max(Vector x) => Reduction.Max(x.AsSpan());

    /// <summary>The greatest element.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Max(Matrix x) => Reduction.Max(x.AsSpan());

    /// <summary>The greatest element: <c>Max(group) + 1</c> is the number of groups.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int Max(int[] x) => (int)Reduction.Max(((Vector)x).AsSpan());

    /// <summary>The greatest element: <c>Max(classes) + 1</c> is the number of classes.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int Max(int[,] x) => (int)Reduction.Max(((Matrix)x).AsSpan());

    /// <summary>The least element.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int Min(int[,] x) => (int)Reduction.Min(((Matrix)x).AsSpan());

    /// <summary>The least element.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Min(Vector x) => Reduction.Min(x.AsSpan());

    /// <summary>The least element.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Min(Matrix x) => Reduction.Min(x.AsSpan());

    /// <summary>The least element.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int Min(int[] x) => (int)Reduction.Min(((Vector)x).AsSpan());

    /// <summary>The first position of the greatest element, from 0; 0 where an element is NaN. Its derivatives are 0.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int ArgMax(Vector x) => Reduction.Position(x.AsSpan(), Max(x), isGreatest: true);

    /// <summary>The first position of the least element, from 0; 0 where an element is NaN. Its derivatives are 0.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static int ArgMin(Vector x) => Reduction.Position(x.AsSpan(), Min(x), isGreatest: false);

    /// <summary>log Σ exp(xᵢ), without overflow; −∞ of no elements.</summary>
    public static double LogSumExp(Vector x) => Reduction.LogSumExp(x.AsSpan());

    /// <summary>log Σ exp of all elements.</summary>
    public static double LogSumExp(Matrix x) => Reduction.LogSumExp(x.AsSpan());

    /// <summary>log Σ exp along an axis: 0 over the rows (an element per column), 1 over the columns (an element per row).</summary>
    public static Vector LogSumExp(Matrix x, int axis) => Reduction.Along(x, axis, Reduction.LogSumExp);

    /// <summary>exp(xᵢ) / Σ exp(xⱼ), without overflow: probabilities in proportion to exp(x).</summary>
    public static Vector Softmax(Vector x)
    {
        var total = Reduction.LogSumExp(x.AsSpan());
        return ElementwiseFunctions.Map(x, element => Math.Exp(element - total));
    }

    /// <summary>Softmax of every row.</summary>
    public static Matrix Softmax(Matrix x)
    {
        var result = new Matrix(x.Rows, x.Columns);
        for (var i = 0; i < x.Rows; i++)
        {
            result[i] = Softmax(x[i]);
        }

        return result;
    }

    /// <summary>Running totals: element i is x₀ + … + xᵢ.</summary>
    public static Vector CumulativeSum(Vector x)
    {
        var sums = new double[x.Length];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            sum += x[i];
            sums[i] = sum;
        }

        return Vector.Wrap(sums);
    }
}
