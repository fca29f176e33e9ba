using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The exponential and its relatives on lanes, written once for all widths.</summary>
/// <remarks>
/// <para>
/// x = k log 2 + r with |r| ≤ ½ log 2 (Cody and Waite 1980: log 2 in two parts, so that k times the first is exact), and
/// exp(r) = 1 + r + r² q(r) with q of degree 9 interpolated at Chebyshev nodes (relative error 2.3e-16 in q, 1.4e-17 in the result).
/// </para>
/// <para>
/// The base library's vector functions are not used: they run unoptimised until they have tiered up. For the same reason each function is
/// one method that is compiled optimised at its first call, and not inlined: a kernel with a dozen inlined exponentials exhausts the
/// budget of the compiler's inliner, which then leaves calls to single operations behind and runs four times slower, while a call costs 1 ns.
/// </para>
/// </remarks>
internal static class ExponentialLanes
{
    private const double Log2E = 1.4426950408889634;
    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;

    /// <summary>1.5 · 2^52: adding it rounds to an integer, which then stands in the lowest bits.</summary>
    private const double Rounding = 6755399441055744.0;

    /// <summary>Up to this size of x, exp(x) and exp(-x) are normal numbers.</summary>
    private const double NormalBound = 708;
    private const double OverflowBound = 709.782712893384;
    private const double UnderflowBound = -745.1332191019412;

    /// <summary>exp(x) to 1.1 ulp, subnormal results included; 0 below -745.13, +∞ above 709.78, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Exp<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var k = Exponent(x);
        var m = 1 + Remainder(x, k);
        if (V.AllLess(V.Abs(x), NormalBound))
            return V.RegisterOf(V.ScaleNormal(m, k));
        var y = V.WhereLess(x, V.Broadcast(UnderflowBound), V.Zero, V.Scale(m, k));
        return V.RegisterOf(V.WhereLess(V.Broadcast(OverflowBound), x, V.Broadcast(double.PositiveInfinity), y));
    }

    /// <summary>exp(x) - 1 to 2 ulp, without cancellation near 0; -1 below -40, +∞ above 709.78, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Expm1<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct => V.RegisterOf(LessOne(V.Of(register)));

    /// <summary>tanh(x) to 3 ulp, from expm1(-2|x|), so that small x keep their relative accuracy; ±1 at ±∞, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Tanh<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var t = LessOne(-2 * V.Abs(x));
        return V.RegisterOf(V.CopySign(t / (t + 2), x));
    }

    /// <summary>The integer k of exp(x) = 2^k exp(r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exponent<V>(V x)
        where V : struct, ILanePrimitives<V> => V.MultiplyAdd(x, V.Broadcast(Log2E), Rounding) - Rounding;

    /// <summary>exp(r) - 1 for r = x - k log 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V>(V x, V k)
        where V : struct, ILanePrimitives<V> =>
        OfReduced(V.MultiplyAdd(k, -LogTwoLow, V.MultiplyAdd(k, -LogTwoHigh, x)));

    /// <summary>exp(r) - 1 for r = x - k log 2 + low, where <paramref name="low"/> is what rounding took from x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V>(V x, V k, V low)
        where V : struct, ILanePrimitives<V> =>
        OfReduced(V.MultiplyAdd(k, -LogTwoLow, V.MultiplyAdd(k, -LogTwoHigh, x)) + low);

    /// <summary>exp(-x) for x ≥ 0 (or NaN) to 1.1 ulp, subnormal results included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfNegative<V>(V x)
        where V : struct, ILanePrimitives<V>
    {
        var k = Exponent(-x);
        var m = 1 + Remainder(-x, k);
        return V.WhereLess(V.Broadcast(-UnderflowBound), x, V.Zero, V.Scale(m, k));
    }

    /// <summary>x * 2^n in two steps, for processors without an instruction that does it: neither power leaves the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ScaleByHalves<V>(V x, V n)
        where V : struct, ILanePrimitives<V>
    {
        // An integer in the lowest bits, with the exponent's bias.
        var half = V.MultiplyAdd(n, V.Broadcast(0.5), Rounding + 1023);
        var rest = n - (half - (Rounding + 1023)) + (Rounding + 1023);
        return x * V.ShiftLeftBits(half, 52) * V.ShiftLeftBits(rest, 52);
    }

    /// <summary>2^n for integral n from -1022 to 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V PowerOfTwo<V>(V n)
        where V : struct, ILanePrimitives<V> => V.ShiftLeftBits(n + (Rounding + 1023), 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LessOne<V>(V x)
        where V : struct, ILanePrimitives<V>
    {
        var k = Exponent(x);
        var p = Remainder(x, k);
        // Half of the power, so that k = 1024 does not overflow before its time.
        var half = PowerOfTwo(k - 1);
        var y = V.MultiplyAdd(half, p, half - 0.5) * 2;
        y = V.WhereLess(V.Broadcast(OverflowBound), x, V.Broadcast(double.PositiveInfinity), y);
        y = V.WhereLess(x, V.Broadcast(-40), V.Broadcast(-1), y);
        // The halving above would round a subnormal, and the sum would lose the sign of zero.
        return V.WhereLess(V.Abs(x), V.Broadcast(1e-17), x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OfReduced<V>(V r)
        where V : struct, ILanePrimitives<V>
    {
        var r2 = r * r;
        var odd = V.MultiplyAdd(r2, 2.5105217695684516e-08, V.Broadcast(2.755725539833871e-06));
        var even = V.MultiplyAdd(r2, 2.762008948195459e-07, V.Broadcast(2.4801521293463862e-05));
        odd = V.MultiplyAdd(odd, r2, 0.00019841269874822307);
        even = V.MultiplyAdd(even, r2, 0.0013888888917215586);
        odd = V.MultiplyAdd(odd, r2, 0.008333333333326134);
        even = V.MultiplyAdd(even, r2, 0.04166666666662412);
        odd = V.MultiplyAdd(odd, r2, 0.1666666666666667);
        even = V.MultiplyAdd(even, r2, 0.5000000000000001);
        return V.MultiplyAdd(r2, V.MultiplyAdd(odd, r, even), r);
    }
}
