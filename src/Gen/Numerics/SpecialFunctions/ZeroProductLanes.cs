using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Products with a logarithm on lanes that are 0 where the other factor is, whatever the logarithm is there.</summary>
internal static class ZeroProductLanes
{
    /// <summary>x log y; 0 where x is 0 and y ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V XLogY<V>(V x, V y)
        where V : struct, ILanes<V> =>
        V.Where(V.And(V.Equal(x, V.Zero), V.LessOrEqual(V.Zero, y)), V.Zero, x * V.Log(y));

    /// <summary>x log(1 + y); 0 where x is 0 and y ≥ −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V XLog1pY<V>(V x, V y)
        where V : struct, ILanes<V> =>
        V.Where(V.And(V.Equal(x, V.Zero), V.LessOrEqual(V.Broadcast(-1), y)), V.Zero, x * V.Log1p(y));
}
