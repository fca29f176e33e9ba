using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Triangular
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double lower, double upper, double c)
    {
        CheckParameters(lower, upper, c);
        return Quantile(random.NextDouble(), lower, upper, c);
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double lower, double upper, double c)
    {
        if (!(p is >= 0 and <= 1))
            return double.NaN;
        // Halves, whose differences do not overflow, and roots one by one, whose product does not.
        var (left, right) = (0.5 * c - 0.5 * lower, 0.5 * upper - 0.5 * c);
        var width = 0.5 * upper - 0.5 * lower;
        return p * width < left
            ? lower + 2 * Math.Sqrt(p * width) * Math.Sqrt(left)
            : upper - 2 * Math.Sqrt((1 - p) * width) * Math.Sqrt(right);
    }

    /// <summary>The mean.</summary>
    public static double Mean(double lower, double upper, double c) => (lower + upper + c) / 3;

    /// <summary>The variance.</summary>
    public static double Variance(double lower, double upper, double c)
        => (Square(upper - lower) + Square(c - lower) - (upper - lower) * (c - lower)) / 18;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double lower, double upper, double c) => x >= lower && x <= upper;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double lower, double upper, double c) => $"numbers between {ParameterCheck.Text(lower)} and {ParameterCheck.Text(upper)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double lower, double upper, double c)
    {
        ParameterCheck.Real(lower, nameof(Triangular), nameof(lower));
        ParameterCheck.Real(upper, nameof(Triangular), nameof(upper));
        ParameterCheck.Require(upper > lower, upper, nameof(Triangular), nameof(upper), $"above lower, which is {ParameterCheck.Text(lower)}");
        ParameterCheck.Require(
            c >= lower && c <= upper, c, nameof(Triangular), nameof(c),
            $"between lower and upper, which are {ParameterCheck.Text(lower)} and {ParameterCheck.Text(upper)}");
    }
}
