using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class GaussianRandomWalk
{
    /// <summary>One draw of a series as long as <paramref name="result"/>, into it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, double mu, double sigma, double initialMu, double initialSigma, Span<double> result)
    {
        CheckParameters(mu, sigma, initialMu, initialSigma);
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = Rounded.Finite(t == 0 ? initialMu + initialSigma * random.NextNormal() : result[t - 1] + mu + sigma * random.NextNormal());
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
