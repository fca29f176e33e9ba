using System;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// When two ways of computing a number agree: to 1e-9 of a scale. Sums of terms that cancel are exact to their terms only, so the scale of a
/// log-density is the sum of its terms' sizes, and the scale of a derivative the largest derivative; neither is taken below 1. A derivative
/// beyond 1e100 may be infinite: products on the way to it overflow in one order and not in another.
/// </summary>
internal static class Agreement
{
    public const double Tolerance = 1e-9;

    private const double Steep = 1e100;

    public static bool Of(double expected, double actual, double scale) =>
        Math.Abs(expected - actual) <= Tolerance * Math.Max(1, scale) || double.IsNaN(expected) && double.IsNaN(actual) || expected.Equals(actual);

    /// <summary>The first element in which two gradients disagree, or null.</summary>
    public static int? FirstDifference(double[] expected, double[] actual)
    {
        var scale = expected.Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < Math.Max(expected.Length, actual.Length); i++)
        {
            if (i >= expected.Length || i >= actual.Length || !Of(expected[i], actual[i], scale) && !Overflows(expected[i], actual[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static bool Overflows(double expected, double actual) => double.IsInfinity(actual) && Math.Sign(expected) == Math.Sign(actual) && Math.Abs(expected) > Steep;
}
