using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Logistic
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double s)
    {
        CheckParameters(mu, s);
        return Rounded.Finite(mu + s * Logit(random.NextDouble()));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double s) => p is >= 0 and <= 1 ? mu + s * Logit(p) : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double mu, double s) => mu;

    /// <summary>The variance.</summary>
    public static double Variance(double mu, double s) => Square(Math.PI * s) / 3;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double s) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double s) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double s)
    {
        ParameterCheck.Real(mu, nameof(Logistic), nameof(mu));
        ParameterCheck.Positive(s, nameof(Logistic), nameof(s));
    }
}
