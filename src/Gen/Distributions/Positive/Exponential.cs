using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Exponential
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double lam)
    {
        CheckParameters(lam);
        return Rounded.Finite(-Math.Log(random.NextDouble()) / lam);
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double lam) => p is >= 0 and <= 1 ? -Log1p(-p) / lam : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double lam) => 1 / lam;

    /// <summary>The variance.</summary>
    public static double Variance(double lam) => 1 / (lam * lam);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double lam) => x >= 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double lam) => "0 and positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double lam)
    {
        ParameterCheck.Positive(lam, nameof(Exponential), nameof(lam));
    }

    /// <summary>Refuses a scale outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromScale(double scale)
    {
        ParameterCheck.Positive(scale, nameof(Exponential), nameof(scale));
    }
}
