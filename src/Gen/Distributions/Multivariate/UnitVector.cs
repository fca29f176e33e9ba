using System;
using Gen.Numerics;

namespace Gen.Distributions;

public static partial class UnitVector
{
    /// <summary>One draw, into <paramref name="result"/>, which has <paramref name="n"/> elements.</summary>
    /// <remarks>Independent normal numbers have no preferred direction (Muller 1959).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static void Draw(RandomStream random, double n, Span<double> result)
    {
        CheckParameters(n);
        var square = 0.0;
        while (square == 0)
        {
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = random.NextNormal();
                square += result[i] * result[i];
            }
        }

        var length = Math.Sqrt(square);
        foreach (ref var value in result)
        {
            value /= length;
        }
    }

    /// <summary>The mean, which is 0, into <paramref name="result"/>.</summary>
    public static void Mean(double n, Span<double> result) => result.Clear();

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(ReadOnlySpan<double> x, double n)
    {
        var square = 0.0;
        foreach (var value in x)
        {
            square += value * value;
        }

        return Math.Abs(square - 1) <= ArrayCheck.Tolerance;
    }

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double n) => "vectors of length 1";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double n)
    {
        ParameterCheck.Count(n, nameof(UnitVector), nameof(n));
        ParameterCheck.Require(n >= 1, n, nameof(UnitVector), nameof(n), "at least 1");
    }
}
