using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class Multinomial
{
    /// <summary>One draw, into <paramref name="result"/>, which is as long as <paramref name="p"/>.</summary>
    /// <remarks>Each count given those before it is binomial (Davis 1993, "The computer generation of multinomial random variates").</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, double n, ReadOnlySpan<double> p, Span<double> result)
    {
        CheckParameters(n, p);
        var (left, rest) = (n, 0.0);
        foreach (var probability in p)
        {
            rest += probability;
        }

        for (var k = 0; k < p.Length; k++)
        {
            // The last category that can occur takes what is left, whatever rounding made of the rest.
            var isLast = p[k] >= rest || k == p.Length - 1;
            result[k] = left <= 0 || p[k] <= 0 ? 0 : isLast ? left : Binomial.Draw(random, left, p[k] / rest);
            left -= result[k];
            rest -= p[k];
        }

        if (left > 0)
        {
            result[p.IndexOfAnyExcept(0.0)] += left;
        }
    }

    /// <summary>The mean, into <paramref name="result"/>.</summary>
    public static void Mean(double n, ReadOnlySpan<double> p, Span<double> result)
    {
        for (var k = 0; k < p.Length; k++)
        {
            result[k] = n * p[k];
        }
    }

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, double n, ReadOnlySpan<double> p)
    {
        foreach (var count in x)
        {
            if (!ParameterCheck.IsCount(count))
            {
                return false;
            }
        }

        return ArrayCheck.SumsTo(n, x);
    }

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double n, ReadOnlySpan<double> p) => $"counts 0, 1, 2, … that sum to {ParameterCheck.Text(n)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double n, ReadOnlySpan<double> p)
    {
        ParameterCheck.Count(n, nameof(Multinomial), nameof(n));
        ArrayCheck.Simplex(p, nameof(Multinomial), nameof(p));
    }
}
