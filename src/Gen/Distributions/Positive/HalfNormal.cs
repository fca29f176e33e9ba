using System;
using Gen.Numerics;
using MathNet.Numerics;

namespace Gen.Distributions;

public static partial class HalfNormal
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double sigma)
    {
        CheckParameters(sigma);
        return Rounded.Finite(sigma * Math.Abs(random.NextNormal()));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double sigma)
        => !(p is >= 0 and <= 1) ? double.NaN : p < 0.5 ? sigma * Sqrt2 * SpecialFunctions.ErfInv(p) : -sigma * NormalQuantile.Of(0.5 * (1 - p));

    /// <summary>The mean.</summary>
    public static double Mean(double sigma) => sigma * Math.Sqrt(2 / Math.PI);

    /// <summary>The variance.</summary>
    public static double Variance(double sigma) => sigma * sigma * (1 - 2 / Math.PI);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double sigma) => x >= 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double sigma) => "0 and positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double sigma)
    {
        ParameterCheck.Positive(sigma, nameof(HalfNormal), nameof(sigma));
    }

    /// <summary>Refuses a precision outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromPrecision(double tau)
    {
        ParameterCheck.Positive(tau, nameof(HalfNormal), nameof(tau));
    }

    private const double Sqrt2 = 1.41421356237309504880;
}
