using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Scalar functions of lanes, one after the other, in the caller's own copy of them: <see cref="InMemory{R}"/> says why.</summary>
internal static class LaneByLane
{
    /// <summary>Replaces each lane by the function of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply<F>(ref double lanes, int count)
        where F : struct, IScalarFunction
    {
        for (var l = 0; l < count; l++)
        {
            ref var lane = ref Unsafe.Add(ref lanes, l);
            lane = F.Of(lane);
        }
    }

    /// <summary>Replaces each lane by the function of it and its neighbour.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply<F>(ref double lanes, ref double others, int count)
        where F : struct, IScalarFunctionOfTwo
    {
        for (var l = 0; l < count; l++)
        {
            ref var lane = ref Unsafe.Add(ref lanes, l);
            lane = F.Of(lane, Unsafe.Add(ref others, l));
        }
    }
}
