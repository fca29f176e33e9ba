using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Garch
{
    /// <summary>One draw of a series as long as <paramref name="result"/>, into it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, double omega, double alpha1, double beta1, double initialVol, Span<double> result)
    {
        CheckParameters(omega, alpha1, beta1, initialVol);
        var variance = initialVol * initialVol;
        for (var t = 0; t < result.Length; t++)
        {
            variance = t == 0 ? variance : omega + alpha1 * result[t - 1] * result[t - 1] + beta1 * variance;
            result[t] = Rounded.Finite(Math.Sqrt(variance) * random.NextNormal());
        }
    }

    /// <summary>The mean, which is 0 throughout, into <paramref name="result"/>.</summary>
    public static void Mean(double omega, double alpha1, double beta1, double initialVol, Span<double> result) => result.Clear();

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, double omega, double alpha1, double beta1, double initialVol) => ArrayCheck.AllFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double omega, double alpha1, double beta1, double initialVol) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double omega, double alpha1, double beta1, double initialVol)
    {
        ParameterCheck.Positive(omega, nameof(Garch), nameof(omega));
        ParameterCheck.NonNegative(alpha1, nameof(Garch), nameof(alpha1));
        ParameterCheck.NonNegative(beta1, nameof(Garch), nameof(beta1));
        ParameterCheck.Positive(initialVol, nameof(Garch), nameof(initialVol));
    }
}
