using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Weibull
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion; rounded into the positive, finite numbers.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double alpha, double beta)
    {
        CheckParameters(alpha, beta);
        return Rounded.Positive(beta * Math.Pow(-Math.Log(random.NextDouble()), 1 / alpha));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double alpha, double beta) => p is >= 0 and <= 1 ? beta * Math.Pow(-Log1p(-p), 1 / alpha) : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double alpha, double beta) => beta * Math.Exp(LogGamma(1 + 1 / alpha));

    /// <summary>The variance.</summary>
    public static double Variance(double alpha, double beta)
    {
        var (first, second) = (LogGamma(1 + 1 / alpha), LogGamma(1 + 2 / alpha));
        return beta * beta * Math.Exp(second) * -Expm1(2 * first - second);
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double alpha, double beta) => x > 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double alpha, double beta) => "positive numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double alpha, double beta)
    {
        ParameterCheck.Positive(alpha, nameof(Weibull), nameof(alpha));
        ParameterCheck.Positive(beta, nameof(Weibull), nameof(beta));
    }
}
