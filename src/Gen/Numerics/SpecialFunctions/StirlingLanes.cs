using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>What log Γ(x + 1) has beyond x log x − x, and its derivative, on lanes, written once for all widths.</summary>
/// <remarks>
/// It is 0 at 0 and grows as ½ log 2πx: what is left of factorials in probabilities whose large terms have been taken together. From 2.5 on it is
/// the remainder of Stirling's formula, below it is made from log Γ, by the polynomials of <see cref="GammaLanes"/>.
/// </remarks>
internal static class StirlingLanes
{
    /// <summary>log Γ(x + 1) − x log x + x to 4 ulp for x ≥ 0; 0 at 0, +∞ at +∞, NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Excess<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var given = V.Of(register);
        V one = V.Broadcast(1), half = V.Broadcast(0.5), threeHalves = V.Broadcast(1.5);
        // Zeros, which counts often are, do not leave the fast path.
        var isZero = V.Equal(given, V.Zero);
        var x = V.Where(isZero, one, given);
        if (!V.AllPositiveNormal(x))
            return V.RegisterOf(V.Count == 1 ? V.Each<ExcessAtEdges>(given) : V.Each<ExcessOfOne>(given));
        var log = LogarithmLanes.OfNormal(x);

        // log Γ(x + 1) from the polynomial around 2: of x + 1, with log(1 + x) below ½, or of x, with log x from 3/2 on.
        var t = V.WhereLess(x, half, x, V.WhereLess(x, threeHalves, x - 1, x - 2));
        var shift = V.WhereLess(x, half, -LogarithmLanes.OfOnePlusUnit(V.WhereLess(x, half, x, half)), V.WhereLess(x, threeHalves, V.Zero, log));
        var below = V.MultiplyAdd(t, PolynomialLanes.Of(t, GammaLanes.NearTwo), shift) + (x - x * log);

        var inverse = 1 / x;
        var above = V.MultiplyAdd(inverse, PolynomialLanes.Of(inverse * inverse, GammaLanes.StirlingRemainder), V.MultiplyAdd(log, 0.5, V.Broadcast(Functions.HalfLogTwoPi)));
        return V.RegisterOf(V.Where(isZero, V.Zero, V.WhereLess(x, V.Broadcast(2.5), below, above)));
    }

    /// <summary>ψ(x + 1) − log x, its derivative, to 8 ulp for x ≥ 0; +∞ at 0, 0 at +∞, NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Slope<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        if (!V.AllPositiveNormal(x))
            return V.RegisterOf(V.Count == 1 ? V.Each<SlopeAtEdges>(x) : V.Each<SlopeOfOne>(x));
        var inverse = 1 / x;
        V threeHalves = V.Broadcast(1.5);
        var y = V.WhereLess(x, threeHalves, x + 1, x);
        var below = GammaLanes.DigammaBetweenOneAndTwoAndAHalf(y) + V.WhereLess(x, threeHalves, V.Zero, inverse) - LogarithmLanes.OfNormal(x);

        var square = inverse * inverse;
        var above = 0.5 * inverse - square * PolynomialLanes.Of(square, GammaLanes.DigammaRemainder);
        return V.RegisterOf(V.WhereLess(x, V.Broadcast(2.5), below, above));
    }

    private readonly struct ExcessOfOne : IScalarFunction
    {
        public static double Of(double x) => Excess<Lanes1, double, double>(x);
    }

    private readonly struct ExcessAtEdges : IScalarFunction
    {
        // A subnormal x leaves x − x log x.
        public static double Of(double x) => x > 0 ? double.IsFinite(x) ? x - x * Math.Log(x) : x : double.NaN;
    }

    private readonly struct SlopeOfOne : IScalarFunction
    {
        public static double Of(double x) => Slope<Lanes1, double, double>(x);
    }

    private readonly struct SlopeAtEdges : IScalarFunction
    {
        public static double Of(double x) => !(x >= 0) ? double.NaN : double.IsFinite(x) ? Functions.Digamma(1) - Math.Log(x) : 0;
    }
}
