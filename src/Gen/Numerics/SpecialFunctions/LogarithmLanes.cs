using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The natural logarithm on lanes, written once for all widths.</summary>
/// <remarks>
/// The algorithm and the coefficients of <c>e_log.c</c> in fdlibm (Sun Microsystems 1993): x = 2^k (1 + f) with 1 + f between √½ and √2,
/// and log(1 + f) = f - f²/2 + s (f²/2 + R(s²)) with s = f / (2 + f), R of degree 7 in s² within 2^-58.45.
/// </remarks>
internal static class LogarithmLanes
{
    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;

    /// <summary>1 and √½ as bits (the upper half of √½): what turns [1, 2) into [√½, √2).</summary>
    private const long One = 0x3FF0000000000000;
    private const long RootOfHalf = 0x3FE6A09E00000000;
    private const long MantissaMask = 0x000FFFFFFFFFFFFF;

    /// <summary>2^52 as bits and as a number: an integer below 2^52 in its mantissa becomes a double by one subtraction.</summary>
    private const long TwoTo52Bits = 0x4330000000000000;
    private const double TwoTo52 = 4503599627370496.0;

    /// <summary>log(x) to 1 ulp, subnormal x included; -∞ at 0, NaN below 0 and for NaN, +∞ at +∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Log<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        if (V.AllPositiveNormal(x))
            return V.RegisterOf(OfNormal(x));

        var subnormal = V.Less(x, V.Broadcast(2.2250738585072014e-308));
        var y = OfNormal(V.Where(subnormal, x * 18014398509481984.0, x)) - (subnormal * (54 * LogTwoLow)) - (subnormal * (54 * LogTwoHigh));
        var outside = V.WhereLess(x, V.Zero, V.Broadcast(double.NaN), V.Broadcast(double.NegativeInfinity));
        y = V.WhereLess(V.Zero, x, y, outside);
        return V.RegisterOf(V.WhereLess(x, V.Broadcast(double.PositiveInfinity), y, x));
    }

    /// <summary>log(1 + x) to 2 ulp, without cancellation near 0; -∞ at -1, NaN below -1 and for NaN, +∞ at +∞.</summary>
    /// <remarks>
    /// 1 + f = (1 + x) / 2^k is formed as x / 2^k + (1 / 2^k - 1), in which only the last addition rounds, instead of from the rounded
    /// 1 + x (Shibata and Petrogalli 2020, SLEEF).
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Log1p<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var u = 1 + x;
        var k = ExponentOf(u);
        var power = ExponentialLanes.PowerOfTwo(-k);
        var f = V.MultiplyAdd(x, power, power - 1);
        // Beyond 2^60 the 1 no longer counts, and the power could leave the normal range.
        f = V.WhereLess(x, V.Broadcast(1152921504606846976.0), f, FractionOf(u));
        var y = OfParts(f, k);
        var outside = V.WhereLess(x, V.Broadcast(-1), V.Broadcast(double.NaN), V.Broadcast(double.NegativeInfinity));
        y = V.WhereLess(V.Broadcast(-1), x, y, outside);
        y = V.WhereLess(x, V.Broadcast(double.PositiveInfinity), y, x);
        // The sums lose the sign of zero, and log(1 + x) has the sign of x.
        return V.RegisterOf(V.CopySign(y, x));
    }

    /// <summary>log(x) to 1 ulp for positive, normal and finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfNormal<V>(V x)
        where V : struct, ILanePrimitives<V> => OfParts(FractionOf(x), ExponentOf(x));

    /// <summary>log(1 + x) to 2 ulp for 0 ≤ x ≤ 1 (or NaN), where neither k nor the edges need care.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfOnePlusUnit<V>(V x)
        where V : struct, ILanePrimitives<V>
    {
        var bound = V.Broadcast(0.41421356237309503);
        var f = V.WhereLess(bound, x, V.MultiplyAdd(x, 0.5, V.Broadcast(-0.5)), x);
        return OfParts(f, V.WhereLess(bound, x, V.Broadcast(1), V.Zero));
    }

    /// <summary>k of x = 2^k (1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExponentOf<V>(V x)
        where V : struct, ILanePrimitives<V> =>
        V.OrBits(V.ShiftRightBits(V.AddBits(x, One - RootOfHalf), 52), TwoTo52Bits) - (TwoTo52 + 1023);

    /// <summary>f of x = 2^k (1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FractionOf<V>(V x)
        where V : struct, ILanePrimitives<V> =>
        V.AddBits(V.AndBits(V.AddBits(x, One - RootOfHalf), MantissaMask), RootOfHalf) - 1;

    /// <summary>k log 2 + log(1 + f) for √½ - 1 ≤ f ≤ √2 - 1 and integral k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfParts<V>(V f, V k)
        where V : struct, ILanePrimitives<V>
    {
        var s = f / (f + 2);
        var z = s * s;
        var w = z * z;
        var odd = V.MultiplyAdd(w, 1.531383769920937332e-01, V.Broadcast(2.222219843214978396e-01));
        var even = V.MultiplyAdd(w, 1.479819860511658591e-01, V.Broadcast(1.818357216161805012e-01));
        odd = V.MultiplyAdd(odd, w, 3.999999999940941908e-01);
        even = V.MultiplyAdd(even, w, 2.857142874366239149e-01);
        even = V.MultiplyAdd(even, w, 6.666666666666735130e-01);
        var r = V.MultiplyAdd(odd, w, even * z);
        var halfSquare = 0.5 * f * f;
        var low = V.MultiplyAdd(s, halfSquare + r, k * LogTwoLow);
        return V.MultiplyAdd(k, LogTwoHigh, f - (halfSquare - low));
    }
}
