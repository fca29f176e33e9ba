using System;
using System.Globalization;
using Gen.Numerics;

namespace Gen.Distributions;

/// <summary>Refusals of vectors and matrices of parameters in the words of a model.</summary>
internal static class ArrayCheck
{
    /// <summary>How far a sum of probabilities may be from 1, or a row's length, or entries of a symmetric matrix from each other: rounding of data that were written to eight digits.</summary>
    public const double Tolerance = 1e-8;

    public static void Real(ReadOnlySpan<double> values, string distribution, string parameter)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                ParameterCheck.Real(values[i], distribution, Element(parameter, i));
            }
        }
    }

    public static void Positive(ReadOnlySpan<double> values, string distribution, string parameter)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] > 0 && double.IsFinite(values[i])))
            {
                ParameterCheck.Positive(values[i], distribution, Element(parameter, i));
            }
        }
    }

    public static void Simplex(ReadOnlySpan<double> values, string distribution, string parameter)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not (>= 0 and <= 1))
            {
                ParameterCheck.Unit(values[i], distribution, Element(parameter, i));
            }

            sum += values[i];
        }

        if (Math.Abs(sum - 1) > Tolerance)
        {
            throw Refused(parameter, $"{parameter} of {distribution} must sum to 1; it sums to {ParameterCheck.Text(sum)}");
        }
    }

    public static void Ordered(ReadOnlySpan<double> values, string distribution, string parameter)
    {
        Real(values, distribution, parameter);
        for (var i = 1; i < values.Length; i++)
        {
            if (!(values[i] > values[i - 1]))
            {
                throw Refused(parameter, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{parameter} of {distribution} must increase; {parameter}[{i - 1}] is {values[i - 1]}, {parameter}[{i}] is {values[i]}"));
            }
        }
    }

    /// <summary>Refuses what is no lower triangular matrix with positive diagonal.</summary>
    public static void CholeskyFactor(ReadOnlySpan<double> matrix, int order, string distribution, string parameter)
    {
        Square(matrix, order, distribution, parameter);
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                var value = matrix[i * order + j];
                if (j > i ? value != 0 : !double.IsFinite(value) || (i == j && value <= 0))
                {
                    throw Refused(parameter, $"{parameter} of {distribution} must be lower triangular with a positive diagonal; "
                        + string.Create(CultureInfo.InvariantCulture, $"{parameter}[{i}, {j}] is {value}"));
                }
            }
        }
    }

    /// <summary>Refuses what is no symmetric positive definite matrix.</summary>
    public static void PositiveDefinite(ReadOnlySpan<double> matrix, int order, string distribution, string parameter)
    {
        Square(matrix, order, distribution, parameter);
        if (PositiveDefiniteness(matrix, order, parameter) is { } fault)
        {
            throw Refused(parameter, $"{parameter} of {distribution} {fault}");
        }
    }

    /// <summary>Why a square matrix is not symmetric and positive definite, or null: <c>must be symmetric; cov[0, 1] is 1, cov[1, 0] is 2</c>.</summary>
    public static string? PositiveDefiniteness(ReadOnlySpan<double> matrix, int order, string name)
    {
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                var (value, mirrored) = (matrix[i * order + j], matrix[j * order + i]);
                if (!(Math.Abs(value - mirrored) <= Tolerance * Math.Max(1, Math.Abs(value))))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"must be symmetric; {name}[{i}, {j}] is {value}, {name}[{j}, {i}] is {mirrored}");
                }
            }
        }

        return Cholesky.Factor(matrix, order, new double[matrix.Length], out var row) ? null : $"must be positive definite; its leading {row + 1} by {row + 1} block is not";
    }

    public static bool SumsTo(double total, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return Math.Abs(sum - total) <= Tolerance * Math.Max(1, Math.Abs(total));
    }

    public static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    public static ArgumentOutOfRangeException Refused(string parameter, string message) => new(parameter, message);

    private static void Square(ReadOnlySpan<double> matrix, int order, string distribution, string parameter)
    {
        if (matrix.Length != order * order)
        {
            throw Refused(parameter, $"{parameter} of {distribution} must be {order} by {order}; it has {matrix.Length} elements");
        }
    }

    private static string Element(string parameter, int index) => string.Create(CultureInfo.InvariantCulture, $"{parameter}[{index}]");
}
