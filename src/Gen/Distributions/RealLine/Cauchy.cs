using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Cauchy
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double alpha, double beta)
    {
        CheckParameters(alpha, beta);
        return Rounded.Finite(alpha + beta * Math.Tan(Math.PI * (random.NextDouble() - 0.5)));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double alpha, double beta)
    {
        if (!(p is >= 0 and <= 1))
            return double.NaN;
        return p < 0.25 ? alpha - beta / Math.Tan(Math.PI * p)
            : p > 0.75 ? alpha + beta / Math.Tan(Math.PI * (1 - p))
            : alpha + beta * Math.Tan(Math.PI * (p - 0.5));
    }

    /// <summary>NaN: the distribution has no mean.</summary>
    public static double Mean(double alpha, double beta) => double.NaN;

    /// <summary>NaN: the distribution has no variance.</summary>
    public static double Variance(double alpha, double beta) => double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double alpha, double beta) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double alpha, double beta) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double alpha, double beta)
    {
        ParameterCheck.Real(alpha, nameof(Cauchy), nameof(alpha));
        ParameterCheck.Positive(beta, nameof(Cauchy), nameof(beta));
    }
}
