using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class WishartCholesky
{
    /// <summary>One draw, row by row, into <paramref name="result"/>, which has as many rows and columns as <paramref name="chol"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, double nu, ReadOnlySpan<double> chol, Span<double> result)
    {
        CheckParameters(nu, chol);
        var order = Order(chol);
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                // A chi-squared number is twice a gamma number of half its degrees of freedom.
                result[i * order + j] = j > i ? 0
                    : j < i ? random.NextNormal()
                    : Math.Max(Math.Exp(0.5 * (Functions.LogTwo + Gamma.LogDrawStandard(random, 0.5 * (nu - i)))), double.Epsilon);
            }
        }

        // chol · A, from the last row up, so that what is still read has not been overwritten.
        for (var i = order - 1; i >= 0; i--)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = 0.0;
                for (var k = j; k <= i; k++)
                {
                    value += chol[i * order + k] * result[k * order + j];
                }

                result[i * order + j] = value;
            }
        }
    }

    /// <summary>The mean, into <paramref name="result"/>: chol, each column times the mean of the root of a chi-squared number.</summary>
    public static void Mean(double nu, ReadOnlySpan<double> chol, Span<double> result)
    {
        var order = Order(chol);
        for (var j = 0; j < order; j++)
        {
            var mean = Math.Exp(0.5 * Functions.LogTwo + Functions.LogGamma(0.5 * (nu - j + 1)) - Functions.LogGamma(0.5 * (nu - j)));
            for (var i = 0; i < order; i++)
            {
                result[i * order + j] = chol[i * order + j] * mean;
            }
        }
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, double nu, ReadOnlySpan<double> chol)
    {
        var order = Order(chol);
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                var value = x[i * order + j];
                if (j > i ? value != 0 : !double.IsFinite(value) || (i == j && value <= 0))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double nu, ReadOnlySpan<double> chol) => "lower triangular matrices with a positive diagonal";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double nu, ReadOnlySpan<double> chol)
    {
        CheckFreedom(nu, Order(chol));
        ArrayCheck.CholeskyFactor(chol, Order(chol), nameof(WishartCholesky), nameof(chol));
    }

    /// <summary>Refuses degrees of freedom and a scale matrix outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromScale(double nu, ReadOnlySpan<double> scale)
    {
        CheckFreedom(nu, Order(scale));
        ArrayCheck.PositiveDefinite(scale, Order(scale), nameof(WishartCholesky), nameof(scale));
    }

    private static void CheckFreedom(double nu, int order)
    {
        ParameterCheck.Positive(nu, nameof(WishartCholesky), nameof(nu));
        ParameterCheck.Require(nu > order - 1, nu, nameof(WishartCholesky), nameof(nu), $"above {order - 1}, the matrices' rows less one");
    }

    private static int Order(ReadOnlySpan<double> matrix) => (int)Math.Sqrt(matrix.Length);
}
