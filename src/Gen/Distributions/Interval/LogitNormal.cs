using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class LogitNormal
{
    /// <summary>One draw.</summary>
    /// <remarks>Rounded into the open interval.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double sigma)
    {
        CheckParameters(mu, sigma);
        return Math.Clamp(InverseLogit(mu + sigma * random.NextNormal()), double.Epsilon, Math.BitDecrement(1.0));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double sigma) => p is >= 0 and <= 1 ? InverseLogit(Normal.Quantile(p, mu, sigma)) : double.NaN;

    /// <summary>The mean, by quadrature: it has no closed form.</summary>
    public static double Mean(double mu, double sigma) => Moment(mu, sigma, InverseLogit);

    /// <summary>The variance, by quadrature.</summary>
    public static double Variance(double mu, double sigma)
    {
        var mean = Mean(mu, sigma);
        return Moment(mu, sigma, z => Square(InverseLogit(z) - mean));
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double sigma) => x is > 0 and < 1;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double sigma) => "numbers between 0 and 1, ends excluded";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double sigma)
    {
        ParameterCheck.Real(mu, nameof(LogitNormal), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(LogitNormal), nameof(sigma));
    }

    /// <summary>Refuses location and precision outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double mu, double tau)
    {
        ParameterCheck.Real(mu, nameof(LogitNormal), nameof(mu));
        ParameterCheck.Positive(tau, nameof(LogitNormal), nameof(tau));
    }

    /// <summary>The mean of a function of the log-odds.</summary>
    /// <remarks>
    /// The trapezoidal rule, which converges geometrically: the integrand's nearest singularity is π / sigma from the real line of z, so that steps
    /// of a twelfth of it leave an error of exp(−24 π).
    /// </remarks>
    private static double Moment(double mu, double sigma, Func<double, double> function)
    {
        const double reach = 39;
        var step = Math.Min(0.125, Math.PI / (12 * sigma));
        var sum = 0.0;
        for (var i = -Math.Ceiling(reach / step); i <= reach / step; i++)
        {
            var z = i * step;
            sum += Math.Exp(-0.5 * z * z - HalfLogTwoPi) * function(mu + sigma * z);
        }

        return sum * step;
    }
}
