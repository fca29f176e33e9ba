using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Flat
{
    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double Draw(RandomStream random, double lower, double upper) => throw Improper.Draw(nameof(Flat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double Cdf(double x, double lower, double upper) => throw Improper.Probability(nameof(Flat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double LogCdf(double x, double lower, double upper) => throw Improper.Probability(nameof(Flat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double LogSurvival(double x, double lower, double upper) => throw Improper.Probability(nameof(Flat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double Quantile(double p, double lower, double upper) => throw Improper.Probability(nameof(Flat));

    /// <summary>NaN: the distribution has no mean.</summary>
    public static double Mean(double lower, double upper) => double.NaN;

    /// <summary>NaN: the distribution has no variance.</summary>
    public static double Variance(double lower, double upper) => double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double lower, double upper) => x >= lower && x <= upper && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double lower, double upper) => (double.IsInfinity(lower), double.IsInfinity(upper)) switch
    {
        (true, true) => "finite numbers",
        (false, true) => $"numbers from {ParameterCheck.Text(lower)}",
        (true, false) => $"numbers up to {ParameterCheck.Text(upper)}",
        _ => $"numbers between {ParameterCheck.Text(lower)} and {ParameterCheck.Text(upper)}",
    };

    /// <summary>Refuses parameters outside their ranges. An infinite end is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double lower, double upper)
    {
        ParameterCheck.Require(lower < double.PositiveInfinity, lower, nameof(Flat), nameof(lower), "finite, or left out");
        ParameterCheck.Require(upper > double.NegativeInfinity, upper, nameof(Flat), nameof(upper), "finite, or left out");
        ParameterCheck.Require(upper > lower, upper, nameof(Flat), nameof(upper), $"above lower, which is {ParameterCheck.Text(lower)}");
    }
}
