using System;
using System.Collections.Generic;

namespace Gen.Tests.Numerics;

/// <summary>Arguments that cover a function's domain: both signs, evenly in the logarithm of their size, and the edges.</summary>
internal static class LaneArguments
{
    /// <summary>NaN, infinities, zeros, subnormals and the largest numbers.</summary>
    public static readonly double[] Edges =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308,
        -2.2250738585072014e-308, 1e-310, -1e-310, double.MaxValue, double.MinValue, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e17, -1e17,
    ];

    /// <summary>Numbers between ±<paramref name="smallest"/> and ±<paramref name="largest"/>, evenly spaced in their logarithm.</summary>
    public static double[] LogSpaced(double smallest, double largest, int count, bool negative)
    {
        var numbers = new List<double>(2 * count);
        for (var i = 0; i < count; i++)
        {
            var x = Math.Exp(Math.Log(smallest) + ((Math.Log(largest) - Math.Log(smallest)) * i / (count - 1)));
            numbers.Add(x);
            if (negative)
                numbers.Add(-x);
        }

        return [.. numbers];
    }

    /// <summary>Numbers from <paramref name="low"/> to <paramref name="high"/>, evenly spaced.</summary>
    public static double[] Even(double low, double high, int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            numbers[i] = low + ((high - low) * i / (count - 1));
        return numbers;
    }
}
