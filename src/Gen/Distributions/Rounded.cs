using System;

namespace Gen.Distributions;

/// <summary>Draws that overflowed or underflowed, rounded into the numbers that their distribution has.</summary>
internal static class Rounded
{
    /// <summary>The nearest finite number.</summary>
    public static double Finite(double x) => Math.Clamp(x, double.MinValue, double.MaxValue);

    /// <summary>The nearest positive finite number.</summary>
    public static double Positive(double x) => Math.Clamp(x, double.Epsilon, double.MaxValue);
}
