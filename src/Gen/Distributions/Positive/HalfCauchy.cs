using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class HalfCauchy
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double beta)
    {
        CheckParameters(beta);
        return Rounded.Finite(beta * Math.Tan(0.5 * Math.PI * random.NextDouble()));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double beta)
        => !(p is >= 0 and <= 1) ? double.NaN : p < 0.5 ? beta * Math.Tan(0.5 * Math.PI * p) : beta / Math.Tan(0.5 * Math.PI * (1 - p));

    /// <summary>Infinite.</summary>
    public static double Mean(double beta) => double.PositiveInfinity;

    /// <summary>NaN: undefined, as the mean is infinite.</summary>
    public static double Variance(double beta) => double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double beta) => x >= 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double beta) => "0 and positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double beta)
    {
        ParameterCheck.Positive(beta, nameof(HalfCauchy), nameof(beta));
    }
}
