using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Uniform
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double lower, double upper)
    {
        CheckParameters(lower, upper);
        var (u, width) = (random.NextDouble(), upper - lower);
        return Math.Min(double.IsFinite(width) ? lower + width * u : (1 - u) * lower + u * upper, upper);
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double lower, double upper) => p is >= 0 and <= 1 ? lower + (upper - lower) * p : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double lower, double upper) => 0.5 * (lower + upper);

    /// <summary>The variance.</summary>
    public static double Variance(double lower, double upper) => Square(upper - lower) / 12;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double lower, double upper) => x >= lower && x <= upper;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double lower, double upper)
        => $"numbers between {ParameterCheck.Text(lower)} and {ParameterCheck.Text(upper)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double lower, double upper)
    {
        ParameterCheck.Real(lower, nameof(Uniform), nameof(lower));
        ParameterCheck.Real(upper, nameof(Uniform), nameof(upper));
        ParameterCheck.Require(upper > lower, upper, nameof(Uniform), nameof(upper), $"above lower, which is {ParameterCheck.Text(lower)}");
    }
}
