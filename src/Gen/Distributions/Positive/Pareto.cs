using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Pareto
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion; rounded into the finite numbers.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double alpha, double m)
    {
        CheckParameters(alpha, m);
        return Math.Min(m * Math.Exp(-Math.Log(random.NextDouble()) / alpha), double.MaxValue);
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double alpha, double m) => p is >= 0 and <= 1 ? m * Math.Exp(-Log1p(-p) / alpha) : double.NaN;

    /// <summary>The mean; infinite when alpha ≤ 1.</summary>
    public static double Mean(double alpha, double m) => alpha > 1 ? alpha * m / (alpha - 1) : double.PositiveInfinity;

    /// <summary>The variance; infinite when 1 &lt; alpha ≤ 2 and NaN, for undefined, when alpha ≤ 1.</summary>
    public static double Variance(double alpha, double m)
        => alpha > 2 ? alpha * m * m / (Square(alpha - 1) * (alpha - 2)) : alpha > 1 ? double.PositiveInfinity : double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double alpha, double m) => x >= m && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double alpha, double m) => $"numbers from {ParameterCheck.Text(m)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double alpha, double m)
    {
        ParameterCheck.Positive(alpha, nameof(Pareto), nameof(alpha));
        ParameterCheck.Positive(m, nameof(Pareto), nameof(m));
    }
}
