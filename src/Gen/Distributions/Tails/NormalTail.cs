using System;
using MathNet.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The standard normal's cumulative distribution, in logarithms where it underflows.</summary>
internal static class NormalTail
{
    private const double Sqrt2 = 1.41421356237309504880;

    /// <summary>log Φ(z).</summary>
    public static double Log(double z)
    {
        if (z > 0)
            return Log1p(-NormalCdf(-z));
        return z > -5 ? Math.Log(NormalCdf(z)) : -0.5 * z * z - HalfLogTwoPi - Math.Log(InverseMillsTail(-z));
    }

    /// <summary>Both tails at z.</summary>
    public static LogTails At(double z) => new(Log(z), Log(-z));

    /// <summary>Φ⁻¹(p).</summary>
    /// <remarks>The rational approximation of the inverse complementary error function in MathNet.Numerics, with a Newton step in log Φ.</remarks>
    public static double Quantile(double p)
    {
        if (p > 0.5)
            return -Quantile(1 - p);
        if (!(p > 0))
            return p == 0 ? double.NegativeInfinity : double.NaN;
        var z = -Sqrt2 * SpecialFunctions.ErfcInv(2 * p);
        var log = Log(z);
        return z - (log - Math.Log(p)) * Math.Exp(log + 0.5 * z * z + HalfLogTwoPi);
    }

    /// <summary>φ(x) / Φ(−x) for x ≥ 5, by Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + …))) (DLMF 7.9.3).</summary>
    private static double InverseMillsTail(double x)
    {
        if (x > 1e8)
            return x;
        var fraction = x;
        for (var k = 60; k >= 1; k--)
            fraction = x + k / fraction;
        return fraction;
    }
}
