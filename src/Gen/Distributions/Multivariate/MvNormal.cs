using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class MvNormal
{
    /// <summary>One draw, into <paramref name="result"/>, which is as long as <paramref name="mu"/>.</summary>
    /// <param name="chol">The lower Cholesky factor of the covariance, row by row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, ReadOnlySpan<double> mu, ReadOnlySpan<double> chol, Span<double> result)
    {
        CheckParameters(mu, chol);
        var order = mu.Length;
        for (var i = 0; i < order; i++)
        {
            result[i] = random.NextNormal();
        }

        // From the last row up, so that what is still read has not been overwritten.
        for (var i = order - 1; i >= 0; i--)
        {
            var value = mu[i];
            for (var j = 0; j <= i; j++)
            {
                value += chol[i * order + j] * result[j];
            }

            result[i] = value;
        }
    }

    /// <summary>The mean, into <paramref name="result"/>.</summary>
    public static void Mean(ReadOnlySpan<double> mu, ReadOnlySpan<double> chol, Span<double> result) => mu.CopyTo(result);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, ReadOnlySpan<double> mu, ReadOnlySpan<double> chol) => ArrayCheck.AllFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(ReadOnlySpan<double> mu, ReadOnlySpan<double> chol) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(ReadOnlySpan<double> mu, ReadOnlySpan<double> chol)
    {
        ArrayCheck.Real(mu, nameof(MvNormal), nameof(mu));
        ArrayCheck.CholeskyFactor(chol, mu.Length, nameof(MvNormal), nameof(chol));
    }

    /// <summary>Refuses mean and covariance outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromCovariance(ReadOnlySpan<double> mu, ReadOnlySpan<double> cov)
    {
        ArrayCheck.Real(mu, nameof(MvNormal), nameof(mu));
        ArrayCheck.PositiveDefinite(cov, mu.Length, nameof(MvNormal), nameof(cov));
    }

    /// <summary>Refuses mean and precision outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(ReadOnlySpan<double> mu, ReadOnlySpan<double> tau)
    {
        ArrayCheck.Real(mu, nameof(MvNormal), nameof(mu));
        ArrayCheck.PositiveDefinite(tau, mu.Length, nameof(MvNormal), nameof(tau));
    }
}
