using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class GaussianRandomWalk
{
    /// <summary>One draw of a series as long as <paramref name="result"/>, into it.</summary>
    public static void Draw(RandomStream random, double mu, double sigma, double initialMu, double initialSigma, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = t == 0 ? Normal.Draw(random, initialMu, initialSigma) : Normal.Draw(random, result[t - 1] + mu, sigma);
        }
    }

    /// <summary>The mean of a series as long as <paramref name="result"/>, into it.</summary>
    public static void Mean(double mu, double sigma, double initialMu, double initialSigma, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = initialMu + t * mu;
        }
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, double mu, double sigma, double initialMu, double initialSigma) => ArrayCheck.AllFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double mu, double sigma, double initialMu, double initialSigma) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double mu, double sigma, double initialMu, double initialSigma)
    {
        ParameterCheck.Real(mu, nameof(GaussianRandomWalk), nameof(mu));
        ParameterCheck.Positive(sigma, nameof(GaussianRandomWalk), nameof(sigma));
        ParameterCheck.Real(initialMu, nameof(GaussianRandomWalk), nameof(initialMu));
        ParameterCheck.Positive(initialSigma, nameof(GaussianRandomWalk), nameof(initialSigma));
    }
}
