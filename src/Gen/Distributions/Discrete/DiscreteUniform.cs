using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class DiscreteUniform
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double lower, double upper)
    {
        CheckParameters(lower, upper);
        var (u, count) = (random.NextDouble(), upper - lower + 1);
        return Math.Min(double.IsFinite(count) ? lower + Math.Floor(count * u) : Math.Floor((1 - u) * lower + u * upper), upper);
    }

    /// <summary>The smallest value at or below which the probability is at least <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double lower, double upper)
        => lower + DiscreteQuantile.Find(p, 0.5 * (upper - lower), Math.Sqrt(Variance(lower, upper)), upper - lower, k => Cdf(lower + k, lower, upper));

    /// <summary>The mean.</summary>
    public static double Mean(double lower, double upper) => 0.5 * (lower + upper);

    /// <summary>The variance.</summary>
    public static double Variance(double lower, double upper) => (Square(upper - lower + 1) - 1) / 12;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double lower, double upper) => x >= lower && x <= upper && x == Math.Floor(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double lower, double upper) => $"whole numbers from {ParameterCheck.Text(lower)} to {ParameterCheck.Text(upper)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double lower, double upper)
    {
        ParameterCheck.Integer(lower, nameof(DiscreteUniform), nameof(lower));
        ParameterCheck.Integer(upper, nameof(DiscreteUniform), nameof(upper));
        ParameterCheck.Require(upper >= lower, upper, nameof(DiscreteUniform), nameof(upper), $"at least lower, which is {ParameterCheck.Text(lower)}");
    }
}
