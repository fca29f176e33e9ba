using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The error function and the tails of the normal distribution on lanes, written once for all widths.</summary>
/// <remarks>
/// All rest on the scaled tail exp(x²) erfc(x): with s = 2x / (x + K), (1 + 2x) exp(x²) erfc(x) = 1 + s P(s - 1) on the whole of [0, ∞)
/// (Shepherd and Laframboise 1981, with their K = 3.75 and, so that it is exact at 0, the 1 taken out; the coefficients were computed with
/// 60 digits, error 3e-17).
/// exp(-x²) is taken of x² and of what rounding took from it, else its relative error would grow with x².
/// </remarks>
internal static class NormalTailLanes
{
    private const double Centre = 3.75;
    private const double RootOfHalf = 0.70710678118654752440;
    private const double RootOfTwoOverPi = 0.79788456080286535588;

    /// <summary>Beyond these, exp(-x²) and exp(-x²/2) times the scaled tail vanish.</summary>
    private const double ErfcBound = 27.3;
    private const double NormalBound = 38.6;

    private static ReadOnlySpan<double> Scaled =>
    [
        0.2375126308378276, -0.37775322942337447, 0.38133864490883945, -0.299061906418698, 0.19025797627692506,
        -0.09795365511644935, 0.03926025652726195, -0.010897979109484429, 0.0011513995471219751, 0.0006042263136325654,
        -0.0003105126233902508, 2.0358510840847573e-05, 3.129049915894401e-05, -8.906176289162434e-06, -2.5377589500280127e-06,
        1.564055542378069e-06, 1.872480254967044e-07, -2.4430586154991615e-07, -1.4013279886896224e-08, 3.716423101679934e-08,
        1.2794185869069422e-09, -4.9786056362865576e-09, -1.0712376305196166e-10, 4.104370087008405e-10,
    ];

    /// <summary>erf(x) / x in x² for |x| ≤ 1 (relative error 9e-18).</summary>
    private static ReadOnlySpan<double> ErfNearZero =>
    [
        1.1283791670955126, -0.37612638903183543, 0.1128379167094513, -0.026866170643256995, 0.005223977607269946,
        -0.0008548325982543225, 0.00012055295112667001, -1.4924740785377576e-05, 1.6447471190594618e-06, -1.6208829856810202e-07,
        1.3721520406351094e-08, -7.798543850549947e-10,
    ];

    /// <summary>erf(x) to 3 ulp; ±1 at ±∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Erf<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var size = V.Abs(x);
        var near = x * PolynomialLanes.Of(x * x, ErfNearZero);
        var far = V.CopySign(1 - UpperErfc(size), x);
        return V.RegisterOf(V.WhereLess(size, V.Broadcast(1), near, far));
    }

    /// <summary>
    /// erfc(x) = 1 - erf(x) to 4 ulp, in the far upper tail too, until it vanishes at 27.2; subnormal results to their own precision.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Erfc<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var upper = UpperErfc(V.Abs(x));
        return V.RegisterOf(V.WhereLess(x, V.Zero, 2 - upper, upper));
    }

    /// <summary>Φ(x) to 4 ulp, in the far lower tail too, until it vanishes at -38.5; subnormal results to their own precision.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R NormalCdf<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var size = V.Abs(x);
        var tail = NormalTail(size, ScaledTail(size * RootOfHalf));
        return V.RegisterOf(V.WhereLess(V.Zero, x, 1 - tail, tail));
    }

    /// <summary>log Φ(x) to 5 ulp everywhere: near -x²/2 for very negative x, near -Φ(-x) for large x; -∞ at -∞, 0 at +∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R LogNormalCdf<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var size = V.Abs(x);
        var scaled = ScaledTail(size * RootOfHalf);
        var tail = NormalTail(size, scaled);
        var rest = 1 - tail;
        // Below 0: log(exp(x²/2) Φ(x)) - x²/2. Above: log(1 - tail), and what rounding took from 1 - tail.
        var argument = V.WhereLess(x, V.Zero, 0.5 * scaled, rest);
        var correction = V.WhereLess(x, V.Zero, -0.5 * x * x, 1 - rest - tail);
        return V.RegisterOf(LogarithmLanes.OfNormal(argument) + correction);
    }

    /// <summary>φ(x) / Φ(x), the derivative of log Φ, to 8 ulp everywhere: near −x for very negative x; +∞ at −∞, 0 at +∞.</summary>
    /// <remarks>The reciprocal of Mills' ratio, from the scaled tail, so that nothing is exponentiated below 0.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R InverseMills<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var size = V.Abs(x);
        var scaled = ScaledTail(size * RootOfHalf);
        var below = RootOfTwoOverPi / scaled;
        if (V.AllLess(x, 0))
            return V.RegisterOf(V.WhereLess(size, V.Broadcast(1e300), below, size));
        // φ itself, which has more digits than Φ where both underflow.
        var density = NormalTail(size, V.Broadcast(RootOfTwoOverPi));
        var y = V.WhereLess(x, V.Zero, below, density / (1 - density / below));
        return V.RegisterOf(V.WhereLess(V.Broadcast(-1e300), x, y, size));
    }

    /// <summary>exp(x²) erfc(x) for x ≥ 0 (or NaN), to 3 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ScaledTail<V>(V x)
        where V : struct, ILanePrimitives<V>
    {
        // At infinity, the quotient below would be NaN.
        var bound = V.Broadcast(1e300);
        var finite = V.WhereLess(bound, x, bound, x);
        var s = (finite + finite) / (finite + Centre);
        return V.MultiplyAdd(s, PolynomialLanes.Of(s - 1, Scaled), 1) / V.MultiplyAdd(finite, 2, V.Broadcast(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V UpperErfc<V>(V size)
        where V : struct, ILanePrimitives<V>
    {
        var bound = V.Broadcast(ErfcBound);
        var x = V.WhereLess(bound, size, bound, size);
        var square = x * x;
        var low = V.FusedMultiplyAdd(x, x, -square);
        var k = ExponentialLanes.Exponent(-square);
        return V.Scale((1 + ExponentialLanes.Remainder(-square, k, -low)) * ScaledTail(x), k);
    }

    /// <summary>1 - Φ(size) from exp(size²/2) · 2 (1 - Φ(size)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTail<V>(V size, V scaled)
        where V : struct, ILanePrimitives<V>
    {
        var bound = V.Broadcast(NormalBound);
        var x = V.WhereLess(bound, size, bound, size);
        var square = x * x;
        var low = V.FusedMultiplyAdd(x, x, -square);
        var exponent = -0.5 * square;
        var k = ExponentialLanes.Exponent(exponent);
        return V.Scale((1 + ExponentialLanes.Remainder(exponent, k, -0.5 * low)) * (0.5 * scaled), k);
    }
}
