using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Bernoulli
{
    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double p)
    {
        CheckParameters(p);
        return random.NextDouble() < p ? 1 : 0;
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double p) => Step(x, 0, 1 - p, 1);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double p) => Step(x, double.NegativeInfinity, Log1p(-p), 0);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double p) => Step(x, 0, Math.Log(p), double.NegativeInfinity);

    /// <summary>The smallest value at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public static double Quantile(double probability, double p) => probability is >= 0 and <= 1 ? probability <= 1 - p ? 0 : 1 : double.NaN;

    /// <summary>The mean.</summary>
    public static double Mean(double p) => p;

    /// <summary>The variance.</summary>
    public static double Variance(double p) => p * (1 - p);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double p) => x is 0 or 1;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double p) => "0 and 1";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double p)
    {
        ParameterCheck.Unit(p, nameof(Bernoulli), nameof(p));
    }

    /// <summary>Refuses log-odds outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromLogit(double logitP)
    {
        ParameterCheck.Real(logitP, nameof(Bernoulli), nameof(logitP));
    }

    private static double Step(double x, double below, double between, double above)
        => x >= 1 ? above : x >= 0 ? between : x < 0 ? below : double.NaN;
}
