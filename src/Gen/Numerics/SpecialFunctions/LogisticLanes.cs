using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The logistic function, its inverse and its integral on lanes, written once for all widths.</summary>
internal static class LogisticLanes
{
    /// <summary>1 / (1 + exp(-x)) to 3 ulp, from exp(-|x|), so that the lower tail keeps its relative accuracy down to exp(-708).</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R InverseLogit<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var e = ExponentialLanes.OfNegative(V.Abs(x));
        return V.RegisterOf(V.WhereLess(x, V.Zero, e, V.Broadcast(1)) / (1 + e));
    }

    /// <summary>log(1 + exp(x)) = max(x, 0) + log1p(exp(-|x|)) to 3 ulp.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Log1pExp<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var e = ExponentialLanes.OfNegative(V.Abs(x));
        return V.RegisterOf(V.WhereLess(V.Zero, x, x, V.Zero) + LogarithmLanes.OfOnePlusUnit(e));
    }

    /// <summary>log(p / (1 - p)) to 4 ulp, near ½ included; ∓∞ at 0 and 1, NaN outside.</summary>
    /// <remarks>
    /// Near ½ the quotient is 1 + f with f = (2p - 1) / (1 - p), whose numerator is exact. Near 1 the answer is that of the double given:
    /// 1 - p is exact there.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Logit<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var p = V.Of(register);
        var q = 1 - p;
        var odds = p / q;
        var distance = p - 0.5;
        var near = V.Abs(distance);
        var bound = V.Broadcast(0.08);
        var f = V.WhereLess(near, bound, (distance + distance) / q, LogarithmLanes.FractionOf(odds));
        var k = V.WhereLess(near, bound, V.Zero, LogarithmLanes.ExponentOf(odds));
        var y = LogarithmLanes.OfParts(f, k);
        if (V.AllPositiveNormal(odds))
            return V.RegisterOf(y);

        // A subnormal p has no odds of full precision: its logarithm is log(p), which the odds are.
        y = V.WhereLess(p, V.Broadcast(2.2250738585072014e-308), V.Log(p), y);
        y = V.WhereLess(p, V.Broadcast(1), y, V.Where(V.Equal(p, V.Broadcast(1)), V.Broadcast(double.PositiveInfinity), V.Broadcast(double.NaN)));
        return V.RegisterOf(y);
    }
}
