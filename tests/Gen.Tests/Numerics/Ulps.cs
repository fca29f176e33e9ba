using System;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>Distances between doubles, counted in units in the last place of the expected one.</summary>
internal static class Ulps
{
    /// <summary>|actual - expected| in ulps of <paramref name="expected"/>; 0 for equal values, both NaN included.</summary>
    public static double Between(double expected, double actual)
    {
        if (expected.Equals(actual) || expected == actual)
            return 0;
        if (!double.IsFinite(expected) || !double.IsFinite(actual))
            return double.PositiveInfinity;
        return Math.Abs(actual - expected) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
    }

    /// <summary>Fails, naming the argument, unless both are within <paramref name="tolerance"/> ulps.</summary>
    public static void AssertClose(double expected, double actual, double tolerance, string where)
    {
        var distance = Between(expected, actual);
        Assert.True(distance <= tolerance, $"{where}: expected {expected:R}, was {actual:R}, {distance:G4} ulp apart");
    }
}
