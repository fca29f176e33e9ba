using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The logistic function, its inverse and its integral on lanes, written once for all widths.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + exp(-x)) to 3 ulp, from exp(-|x|), so that the lower tail keeps its relative accuracy down to exp(-745).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static V InverseLogit<V>(V x)
        where V : struct, ILanePrimitives<V>
    {
        var e = Exponential.ExpOfNegative(V.Abs(x));
        return V.WhereLess(x, V.Zero, e, V.Broadcast(1)) / (1 + e);
    }

    /// <summary>log(1 + exp(x)) = max(x, 0) + log1p(exp(-|x|)) to 3 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static V Log1pExp<V>(V x)
        where V : struct, ILanePrimitives<V>
    {
        var e = Exponential.ExpOfNegative(V.Abs(x));
        return V.WhereLess(V.Zero, x, x, V.Zero) + Logarithm.Log1pOfUnit(e);
    }

    /// <summary>
    /// log(p / (1 - p)) to 4 ulp: near ½ as log1p((2p - 1) / (1 - p)), whose numerator is exact, elsewhere as the logarithm of the quotient;
    /// ∓∞ at 0 and 1, NaN outside.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static V Logit<V>(V p)
        where V : struct, ILanePrimitives<V>
    {
        var q = 1 - p;
        var near = V.WhereLess(V.Abs(p - 0.5), V.Broadcast(0.25), V.Broadcast(1), V.Zero);
        // log1p of the quotient less 1, which is exact where it must be: near ½.
        return V.Where(near, Logarithm.Log1p((p - 0.5 + (p - 0.5)) / q), Logarithm.Log(p / q));
    }
}
