using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Remainders on lanes, written once for all widths: C#'s, exact for every quotient, lane by lane.</summary>
internal static class RemainderLanes
{
    /// <summary>x − y trunc(x / y), with the sign of x; NaN where y is 0 or x infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Remainder<V>(V x, V y)
        where V : struct, ILanePrimitives<V> => V.EachPair<OfOne>(x, y);

    private readonly struct OfOne : IScalarFunctionOfTwo
    {
        public static double Of(double x, double y) => x % y;
    }
}
