using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class LkjCholesky
{
    /// <summary>One draw, row by row, into <paramref name="result"/>, which has <paramref name="n"/> rows and columns.</summary>
    /// <remarks>
    /// The rows are independent. Row i below the diagonal has a uniform direction, and its squared length is beta distributed with shapes i / 2 and
    /// eta + (n − 1 − i) / 2: its density is a function of that length (the onion method of Lewandowski, Kurowicka and Joe 2009, section 3.2).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, double n, double eta, Span<double> result)
    {
        CheckParameters(n, eta);
        var order = (int)n;
        for (var i = 0; i < order; i++)
        {
            var row = result.Slice(i * order, order);
            row.Clear();
            if (i == 0)
            {
                row[0] = 1;
                continue;
            }

            var square = 0.0;
            for (var j = 0; j < i; j++)
            {
                row[j] = random.NextNormal();
                square += row[j] * row[j];
            }

            // log(b / (1 − b)) of the beta draw, so that neither length loses its digits.
            var odds = Gamma.LogDrawStandard(random, 0.5 * i) - Gamma.LogDrawStandard(random, eta + 0.5 * (n - 1 - i));
            var scale = Math.Sqrt(Functions.InverseLogit(odds) / square);
            for (var j = 0; j < i; j++)
            {
                row[j] *= scale;
            }

            row[i] = Math.Max(Math.Sqrt(Functions.InverseLogit(-odds)), double.Epsilon);
        }
    }

    /// <summary>The mean, into <paramref name="result"/>: 0 below the diagonal, and on it that of the square root of a beta variate.</summary>
    public static void Mean(double n, double eta, Span<double> result)
    {
        var order = (int)n;
        result.Clear();
        for (var i = 0; i < order; i++)
        {
            var (alpha, beta) = (eta + 0.5 * (n - 1 - i), 0.5 * i);
            result[i * (order + 1)] = Math.Exp(
                Functions.LogGamma(alpha + 0.5) - Functions.LogGamma(alpha) + Functions.LogGamma(alpha + beta) - Functions.LogGamma(alpha + beta + 0.5));
        }
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, double n, double eta)
    {
        var order = (int)n;
        for (var i = 0; i < order; i++)
        {
            var square = 0.0;
            for (var j = 0; j < order; j++)
            {
                var value = x[i * order + j];
                if (j > i ? value != 0 : j == i ? !(value > 0) : !double.IsFinite(value))
                {
                    return false;
                }

                square += value * value;
            }

            if (Math.Abs(square - 1) > ArrayCheck.Tolerance)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double n, double eta) => "lower triangular matrices with a positive diagonal and rows of length 1";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double n, double eta)
    {
        ParameterCheck.Count(n, nameof(LkjCholesky), nameof(n));
        ParameterCheck.Positive(eta, nameof(LkjCholesky), nameof(eta));
    }
}
