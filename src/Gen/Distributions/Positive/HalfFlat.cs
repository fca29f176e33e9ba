using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class HalfFlat
{
    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double Draw(RandomStream random) => throw Improper.Draw(nameof(HalfFlat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double Cdf(double x) => throw Improper.Probability(nameof(HalfFlat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double LogCdf(double x) => throw Improper.Probability(nameof(HalfFlat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double LogSurvival(double x) => throw Improper.Probability(nameof(HalfFlat));

    /// <summary>Refused: the distribution is improper.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static double Quantile(double p) => throw Improper.Probability(nameof(HalfFlat));

    /// <summary>NaN: the distribution has no mean.</summary>
    public static double Mean() => double.NaN;

    /// <summary>NaN: the distribution has no variance.</summary>
    public static double Variance() => double.NaN;

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x) => x >= 0 && double.IsFinite(x);

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText() => "0 and positive numbers";

    /// <summary>Refuses nothing: there are no parameters.</summary>
    public static void CheckParameters()
    {
    }
}
