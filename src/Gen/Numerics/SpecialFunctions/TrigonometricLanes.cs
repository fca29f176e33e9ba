using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Trigonometric functions on lanes: the base library's scalar functions, lane by lane (1 ulp, at any size of the argument).</summary>
internal static class TrigonometricLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<Sine>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<Cosine>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tan<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<Tangent>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Atan<V>(V x)
        where V : struct, ILanePrimitives<V> => V.Each<ArcTangent>(x);

    private readonly struct Sine : IScalarFunction
    {
        public static double Of(double x) => Math.Sin(x);
    }

    private readonly struct Cosine : IScalarFunction
    {
        public static double Of(double x) => Math.Cos(x);
    }

    private readonly struct Tangent : IScalarFunction
    {
        public static double Of(double x) => Math.Tan(x);
    }

    private readonly struct ArcTangent : IScalarFunction
    {
        public static double Of(double x) => Math.Atan(x);
    }
}
