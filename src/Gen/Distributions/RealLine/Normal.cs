using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Normal
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double sigma)
    {
        CheckParameters(mu, sigma);
        return Rounded.Finite(mu + sigma * random.NextNormal());
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double sigma) => mu + sigma * NormalQuantile.Of(p);

    /// <summary>The mean.</summary>
    public static double Mean(double mu, double sigma) => mu;

    /// <summary>The variance.</summary>
    public static double Variance(double mu, double sigma) => sigma * sigma;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double sigma) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double sigma) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double sigma)
    {
        ParameterCheck.Real(mu, nameof(Normal), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(Normal), nameof(sigma));
    }

    /// <summary>Refuses location and precision outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double mu, double tau)
    {
        ParameterCheck.Real(mu, nameof(Normal), nameof(mu));
        ParameterCheck.Positive(tau, nameof(Normal), nameof(tau));
    }
}
