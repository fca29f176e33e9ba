using System;
using Gen.Numerics;
using MathNet.Numerics;

namespace Gen;

/// <summary>Starting points beside the given one: a Latin hypercube, so that few points cover every variable's range evenly.</summary>
/// <remarks>McKay, Beckman and Conover (1979), Technometrics 21.</remarks>
internal static class StartingPoints
{
    /// <summary>
    /// <paramref name="count"/> points: uniform between two finite bounds; log-normal about the start's distance from a single bound;
    /// normal about the start, with its typical size as sd, where both ends are open.
    /// </summary>
    public static double[][] Spread(int count, double[] start, double[] lower, double[] upper, double[] sizes, long seed)
    {
        var points = new double[count][];
        for (var s = 0; s < count; s++)
            points[s] = new double[start.Length];

        var random = new RandomStream(seed);
        var strata = new int[count];
        for (var i = 0; i < start.Length; i++)
        {
            Shuffle(strata, random);
            for (var s = 0; s < count; s++)
            {
                var u = (strata[s] + random.NextDouble()) / count;
                points[s][i] = Math.Clamp(Place(u, start[i], lower[i], upper[i], sizes[i]), lower[i], upper[i]);
            }
        }

        return points;
    }

    private static double Place(double u, double start, double lower, double upper, double size)
    {
        if (double.IsFinite(lower) && double.IsFinite(upper))
            return lower + u * (upper - lower);

        var normal = -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * u);
        if (double.IsFinite(lower))
            return lower + (start > lower ? start - lower : size) * Math.Exp(normal);
        if (double.IsFinite(upper))
            return upper - (start < upper ? upper - start : size) * Math.Exp(normal);
        return start + size * normal;
    }

    private static void Shuffle(int[] strata, RandomStream random)
    {
        for (var s = 0; s < strata.Length; s++)
        {
            var other = (int)(random.NextDouble() * (s + 1));
            strata[s] = strata[other];
            strata[other] = s;
        }
    }
}
