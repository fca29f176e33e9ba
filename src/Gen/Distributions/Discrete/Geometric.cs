using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Geometric
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double p)
    {
        CheckParameters(p);
        return Math.Clamp(Math.Ceiling(Math.Log(random.NextDouble()) / Log1p(-p)), 1, double.MaxValue);
    }

    /// <summary>The smallest value at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public static double Quantile(double probability, double p)
        => Math.Max(1, DiscreteQuantile.Find(probability, 1 / p, Math.Sqrt(Variance(p)), double.PositiveInfinity, k => Cdf(k, p)));

    /// <summary>The mean.</summary>
    public static double Mean(double p) => 1 / p;

    /// <summary>The variance.</summary>
    public static double Variance(double p) => (1 - p) / (p * p);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double p) => x >= 1 && ParameterCheck.IsCount(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double p) => "1, 2, 3, …";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double p)
    {
        ParameterCheck.Require(p is > 0 and <= 1, p, nameof(Geometric), nameof(p), "above 0 and at most 1");
    }
}
