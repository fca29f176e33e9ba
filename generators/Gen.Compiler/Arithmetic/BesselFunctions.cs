using System;

namespace Gen.Compiler.Arithmetic;

internal static partial class Scalar
{
    /// <summary>log I₀ by its power series (Abramowitz and Stegun 9.6.12) to |x| ≤ 30 and its asymptotic series (9.7.1) beyond.</summary>
    public static double LogBesselI0(double x)
    {
        x = Math.Abs(x);
        return x <= 30 ? Log1p(PowerSeries(x, 0)) : double.IsInfinity(x) ? x : x - 0.5 * Math.Log(2 * Math.PI * x) + Math.Log(AsymptoticSeries(x, 0));
    }

    /// <summary>log I₀(x) − |x| by the same series.</summary>
    public static double LogScaledBesselI0(double x)
    {
        x = Math.Abs(x);
        return x <= 30 ? LogBesselI0(x) - x : double.IsInfinity(x) ? -x : Math.Log(AsymptoticSeries(x, 0)) - 0.5 * Math.Log(2 * Math.PI * x);
    }

    /// <summary>Its derivative; from the difference of the asymptotic series where I₁ / I₀ is nearly 1.</summary>
    public static double ScaledBesselSlope(double x)
    {
        var size = Math.Abs(x);
        var sign = x < 0 ? -1 : 1;
        return size <= 30 ? BesselRatio(x) - sign : double.IsInfinity(size) ? 0 : sign * AsymptoticDifference(size) / AsymptoticSeries(size, 0);
    }

    /// <summary>I₁ / I₀ by the same series.</summary>
    public static double BesselRatio(double x)
    {
        var size = Math.Abs(x);
        return size <= 30 ? 0.5 * x * (1 + PowerSeries(size, 1)) / (1 + PowerSeries(size, 0)) : (x < 0 ? -1 : 1) * AsymptoticSeries(size, 1) / AsymptoticSeries(size, 0);
    }

    /// <summary>(x/2)^-n n! Iₙ(x) − 1 for n = 0 or 1: the sum of (x²/4)^k n! / (k! (k + n)!) from k = 1.</summary>
    private static double PowerSeries(double x, int n)
    {
        double term = 1, sum = 0;
        for (var k = 1; term > 1e-18 * sum; k++) // ends at once for NaN
        {
            term *= 0.25 * x * x / (k * (k + n));
            sum += term;
        }

        return double.IsNaN(x) ? x : sum;
    }

    /// <summary>√(2πx) exp(−x) Iₙ(x) for large x.</summary>
    private static double AsymptoticSeries(double x, int n)
    {
        double term = 1, sum = 1;
        for (var k = 1; Math.Abs(term) > 1e-18 && k < 30; k++)
        {
            term *= -(4.0 * n * n - (2 * k - 1) * (2 * k - 1)) / (8 * x * k);
            sum += term;
        }

        return sum;
    }

    /// <summary>The second of these series less the first, term by term: their first terms cancel.</summary>
    private static double AsymptoticDifference(double x)
    {
        double zero = 1, one = 1, sum = 0;
        for (var k = 1; Math.Abs(zero) > 1e-18 && k < 30; k++)
        {
            zero *= (2 * k - 1) * (2 * k - 1) / (8 * x * k);
            one *= -(4.0 - (2 * k - 1) * (2 * k - 1)) / (8 * x * k);
            sum += one - zero;
        }

        return sum;
    }
}
