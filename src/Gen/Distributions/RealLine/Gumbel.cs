using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Gumbel
{
    /// <summary>One draw.</summary>
    /// <remarks>By inversion.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double mu, double beta)
    {
        CheckParameters(mu, beta);
        return Rounded.Finite(mu - beta * Math.Log(-Math.Log(random.NextDouble())));
    }

    /// <summary>The value below which the probability is <paramref name="p"/>; NaN unless 0 ≤ p ≤ 1.</summary>
    public static double Quantile(double p, double mu, double beta)
        => p is >= 0 and <= 1 ? mu - beta * Math.Log(p < 0.5 ? -Math.Log(p) : -Log1p(p - 1)) : double.NaN;

    /// <summary>The mean: mu + beta γ, γ being Euler's constant.</summary>
    public static double Mean(double mu, double beta) => mu + 0.57721566490153286061 * beta;

    /// <summary>The variance.</summary>
    public static double Variance(double mu, double beta) => Square(Math.PI * beta) / 6;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double mu, double beta) => double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double beta) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double beta)
    {
        ParameterCheck.Real(mu, nameof(Gumbel), nameof(mu));
        ParameterCheck.Positive(beta, nameof(Gumbel), nameof(beta));
    }
}
