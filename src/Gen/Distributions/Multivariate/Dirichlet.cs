using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Dirichlet
{
    /// <summary>One draw, into <paramref name="result"/>, which is as long as <paramref name="a"/>.</summary>
    /// <remarks>
    /// Gamma draws divided by their sum, as logarithms, so that small concentrations do not underflow to 0 / 0; elements are at least the smallest
    /// positive number.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, ReadOnlySpan<double> a, Span<double> result)
    {
        CheckParameters(a);
        var greatest = double.NegativeInfinity;
        for (var k = 0; k < a.Length; k++)
        {
            result[k] = Gamma.LogDrawStandard(random, a[k]);
            greatest = Math.Max(greatest, result[k]);
        }

        // Concentrations so small that all underflow leave nothing but the corners, in proportion to the concentrations.
        if (double.IsInfinity(greatest))
        {
            var corner = Corner(random, a);
            for (var k = 0; k < a.Length; k++)
            {
                result[k] = k == corner ? 0 : double.NegativeInfinity;
            }

            greatest = 0;
        }

        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            result[k] = Math.Exp(result[k] - greatest);
            sum += result[k];
        }

        for (var k = 0; k < a.Length; k++)
        {
            result[k] = Math.Max(result[k] / sum, double.Epsilon);
        }
    }

    private static int Corner(RandomStream random, ReadOnlySpan<double> a)
    {
        var rest = 0.0;
        foreach (var concentration in a)
        {
            rest += concentration;
        }

        rest *= random.NextDouble();
        var corner = 0;
        while (corner < a.Length - 1 && rest >= a[corner])
        {
            rest -= a[corner++];
        }

        return corner;
    }

    /// <summary>The mean, into <paramref name="result"/>.</summary>
    public static void Mean(ReadOnlySpan<double> a, Span<double> result)
    {
        var sum = 0.0;
        foreach (var concentration in a)
        {
            sum += concentration;
        }

        for (var k = 0; k < a.Length; k++)
        {
            result[k] = a[k] / sum;
        }
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, ReadOnlySpan<double> a)
    {
        foreach (var value in x)
        {
            if (!(value > 0))
            {
                return false;
            }
        }

        return ArrayCheck.SumsTo(1, x);
    }

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(ReadOnlySpan<double> a) => "positive numbers that sum to 1";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(ReadOnlySpan<double> a) => ArrayCheck.Positive(a, nameof(Dirichlet), nameof(a));
}
