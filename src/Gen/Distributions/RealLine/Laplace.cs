using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Laplace
{
    /// <summary>One draw.</summary>
    /// <remarks>The difference of two exponential variates.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double b)
    {
        CheckParameters(mu, b);
        return Rounded.Finite(mu + b * (Math.Log(random.NextDouble()) - Math.Log(random.NextDouble())));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double b)
        => !(p is >= 0 and <= 1) ? double.NaN : p < 0.5 ? mu + b * Math.Log(2 * p) : mu - b * Math.Log(2 * (1 - p));

    /// <summary>The mean.</summary>
    public static double Mean(double mu, double b) => mu;

    /// <summary>The variance.</summary>
    public static double Variance(double mu, double b) => 2 * b * b;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double b) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double b) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double b)
    {
        ParameterCheck.Real(mu, nameof(Laplace), nameof(mu));
        ParameterCheck.Positive(b, nameof(Laplace), nameof(b));
    }
}
