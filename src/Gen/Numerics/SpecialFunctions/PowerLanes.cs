using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Powers on lanes, written once for all widths.</summary>
/// <remarks>
/// x^y = exp(y log x) with log x to 65 bits, as a sum of two doubles: log(1 + f) = 2 artanh(s), s = f / (2 + f), in the
/// double-double arithmetic of Dekker (1971), its errors by fused multiply-add. Zeros, negative and subnormal bases, infinities and
/// results outside the normal range are the base library's, lane by lane.
/// </remarks>
internal static class PowerLanes
{
    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;

    /// <summary>⅔ and what rounding took from it.</summary>
    private const double TwoThirds = 0.66666666666666663;
    private const double TwoThirdsLow = 3.7007434154171883e-17;

    /// <summary>2/5, 2/7, …: the series of (2 artanh(s) - 2s) / s³ - ⅔ in s² ≤ 0.0295, to 2^-60.</summary>
    private static ReadOnlySpan<double> Series =>
        [2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23];

    /// <summary>x^y to 2 ulp; the cases of <see cref="Math.Pow"/> where x ≤ 0 or something is not finite.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Pow<V, A, R>(A baseRegister, A exponentRegister)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(baseRegister);
        var y = V.Of(exponentRegister);
        var k = LogarithmLanes.ExponentOf(x);
        var f = LogarithmLanes.FractionOf(x);

        // s = f / (2 + f) = q + e.
        var sum = f + 2;
        var sumLow = f - (sum - 2);
        var q = f / sum;
        var e = (V.FusedMultiplyAdd(-q, sum, f) - (q * sumLow)) / sum;

        // s² = z + zLow, s³ = p + pLow, (2 artanh(s) - 2s) / s³ = w + wLow.
        var z = q * q;
        var zLow = V.FusedMultiplyAdd(q, q, -z) + (2 * q * e);
        var p = q * z;
        var pLow = V.FusedMultiplyAdd(q, z, -p) + (q * zLow) + (e * z);
        var tail = z * PolynomialLanes.Of(z, Series);
        var w = tail + TwoThirds;
        var wLow = TwoThirds - w + tail + TwoThirdsLow;
        var t = p * w;
        var tLow = V.FusedMultiplyAdd(p, w, -t) + (p * wLow) + (pLow * w);

        // log(1 + f) = h + hLow; log x = log + logLow.
        var h = (2 * q) + t;
        var hLow = (2 * q) - h + t + ((2 * e) + tLow);
        var whole = k * LogTwoHigh;
        var log = whole + h;
        var logLow = whole - log + h + (hLow + (k * LogTwoLow));

        var product = y * log;
        var low = V.FusedMultiplyAdd(y, log, -product) + (y * logLow);
        if (!V.AllPositiveNormal(x) || !V.AllLess(V.Abs(product), 708))
            return V.RegisterOf(V.Count == 1 ? V.EachPair<BaseLibrary>(x, y) : V.EachPair<OneLane>(x, y));
        var n = ExponentialLanes.Exponent(product);
        return V.RegisterOf(V.ScaleNormal(1 + ExponentialLanes.Remainder(product, n, low), n));
    }

    /// <summary>One lane alone, by the same formula if it holds there, whatever stood beside it.</summary>
    private readonly struct OneLane : IScalarFunctionOfTwo
    {
        public static double Of(double x, double y) => Pow<Lanes1, double, double>(x, y);
    }

    private readonly struct BaseLibrary : IScalarFunctionOfTwo
    {
        public static double Of(double x, double y) => Math.Pow(x, y);
    }
}
