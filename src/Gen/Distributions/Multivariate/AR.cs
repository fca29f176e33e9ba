using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class AR
{
    /// <summary>One draw of a series as long as <paramref name="result"/>, into it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(
        RandomStream random, ReadOnlySpan<double> rho, double sigma, double constant, double initialMu, double initialSigma, Span<double> result)
    {
        CheckParameters(rho, sigma, constant, initialMu, initialSigma);
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = t < rho.Length
                ? Rounded.Finite(initialMu + initialSigma * random.NextNormal())
                : Rounded.Finite(Next(rho, constant, result, t) + sigma * random.NextNormal());
        }
    }

    /// <summary>The mean of a series as long as <paramref name="result"/>, into it.</summary>
    public static void Mean(ReadOnlySpan<double> rho, double sigma, double constant, double initialMu, double initialSigma, Span<double> result)
    {
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = t < rho.Length ? initialMu : Next(rho, constant, result, t);
        }
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(
        ReadOnlySpan<double> x, ReadOnlySpan<double> rho, double sigma, double constant, double initialMu, double initialSigma) => ArrayCheck.AllFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(ReadOnlySpan<double> rho, double sigma, double constant, double initialMu, double initialSigma) => "finite numbers";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(ReadOnlySpan<double> rho, double sigma, double constant, double initialMu, double initialSigma)
    {
        ArrayCheck.Real(rho, nameof(AR), nameof(rho));
        ParameterCheck.Positive(sigma, nameof(AR), nameof(sigma));
        ParameterCheck.Real(constant, nameof(AR), nameof(constant));
        ParameterCheck.Real(initialMu, nameof(AR), nameof(initialMu));
        ParameterCheck.Positive(initialSigma, nameof(AR), nameof(initialSigma));
    }

    private static double Next(ReadOnlySpan<double> rho, double constant, ReadOnlySpan<double> series, int t)
    {
        var next = constant;
        for (var j = 0; j < rho.Length; j++)
        {
            next += rho[j] * series[t - 1 - j];
        }

        return next;
    }
}
