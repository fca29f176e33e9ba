using System;
using MathNet.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The inverse of the standard normal's cumulative distribution.</summary>
internal static class NormalQuantile
{
    private const double Sqrt2 = 1.41421356237309504880;

    /// <summary>Φ⁻¹(p); NaN unless 0 ≤ p ≤ 1.</summary>
    /// <remarks>
    /// The rational approximation of the inverse complementary error function in MathNet.Numerics, with a Newton step in log Φ, which also holds in
    /// the far tail.
    /// </remarks>
    public static double Of(double p)
    {
        if (p > 0.5)
            return -Of(1 - p);
        if (!(p > 0))
            return p == 0 ? double.NegativeInfinity : double.NaN;
        var z = -Sqrt2 * SpecialFunctions.ErfcInv(2 * p);
        var log = LogNormalCdf(z);
        return z - (log - Math.Log(p)) * Math.Exp(log + 0.5 * z * z + HalfLogTwoPi);
    }
}
