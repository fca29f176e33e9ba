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
        // Halves have differences that do not overflow.
        var scale = double.IsFinite(upper - lower) ? 1 : 0.5;
        var (start, mode, end) = (scale * lower, scale * c, scale * upper);
        var width = end - start;
        return p * width < mode - start
            ? (start + width * Math.Sqrt(p * ((mode - start) / width))) / scale
            : (end - width * Math.Sqrt((1 - p) * ((end - mode) / width))) / scale;
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
