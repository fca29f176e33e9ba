using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>
/// Elements of matrices at places that lanes tell apart along several dimensions at once: lane l stands at
/// <c>offset + l · step + indices[at + l] · stride</c>, or with two arrays of indices. Emitted code checks the indices beforehand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneElements
{
    /// <summary>The elements, gathered by one array of indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Gather<V>(ReadOnlySpan<double> source, int offset, int step, ReadOnlySpan<int> indices, int at, int stride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        for (var l = 0; l < lanes.Length; l++)
        {
            lanes[l] = source[offset + l * step + indices[at + l] * stride];
        }

        return V.Load(lanes, 0);
    }

    /// <summary>The elements, gathered by two arrays of indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Gather<V>(
        ReadOnlySpan<double> source, int offset, int step, ReadOnlySpan<int> first, int firstAt, int firstStride, ReadOnlySpan<int> second, int secondAt, int secondStride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        for (var l = 0; l < lanes.Length; l++)
        {
            lanes[l] = source[offset + l * step + first[firstAt + l] * firstStride + second[secondAt + l] * secondStride];
        }

        return V.Load(lanes, 0);
    }

    /// <summary>The elements, gathered by three arrays of indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Gather<V>(
        ReadOnlySpan<double> source, int offset, int step, ReadOnlySpan<int> first, int firstAt, int firstStride, ReadOnlySpan<int> second, int secondAt, int secondStride,
        ReadOnlySpan<int> third, int thirdAt, int thirdStride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        for (var l = 0; l < lanes.Length; l++)
        {
            lanes[l] = source[offset + l * step + first[firstAt + l] * firstStride + second[secondAt + l] * secondStride + third[thirdAt + l] * thirdStride];
        }

        return V.Load(lanes, 0);
    }

    /// <summary>Integers as numbers, gathered by one array of indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Gather<V>(ReadOnlySpan<int> source, int offset, int step, ReadOnlySpan<int> indices, int at, int stride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        for (var l = 0; l < lanes.Length; l++)
        {
            lanes[l] = source[offset + l * step + indices[at + l] * stride];
        }

        return V.Load(lanes, 0);
    }

    /// <summary>Integers as numbers, at equal distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V Load<V>(ReadOnlySpan<int> source, int offset, int step)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        for (var l = 0; l < lanes.Length; l++)
        {
            lanes[l] = source[offset + l * step];
        }

        return V.Load(lanes, 0);
    }

    /// <summary>Stores lanes in their order, so that the last of those that meet in an element stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<V>(V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> indices, int at, int stride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            destination[offset + l * step + indices[at + l] * stride] = lanes[l];
        }
    }

    /// <summary>Stores lanes in their order, so that the last of those that meet in an element stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<V>(
        V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> first, int firstAt, int firstStride, ReadOnlySpan<int> second, int secondAt, int secondStride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            destination[offset + l * step + first[firstAt + l] * firstStride + second[secondAt + l] * secondStride] = lanes[l];
        }
    }

    /// <summary>Stores those lanes whose condition is not 0, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterWhere<V>(V condition, V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> indices, int at, int stride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count], holds = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        V.Store(condition, holds, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            if (holds[l] != 0)
            {
                destination[offset + l * step + indices[at + l] * stride] = lanes[l];
            }
        }
    }

    /// <summary>Stores those lanes whose condition is not 0, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterWhere<V>(
        V condition, V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> first, int firstAt, int firstStride, ReadOnlySpan<int> second, int secondAt, int secondStride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count], holds = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        V.Store(condition, holds, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            if (holds[l] != 0)
            {
                destination[offset + l * step + first[firstAt + l] * firstStride + second[secondAt + l] * secondStride] = lanes[l];
            }
        }
    }

    /// <summary>Adds lanes in their order; several may meet in an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterAdd<V>(V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> indices, int at, int stride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            destination[offset + l * step + indices[at + l] * stride] += lanes[l];
        }
    }

    /// <summary>Adds lanes in their order; several may meet in an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterAdd<V>(
        V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> first, int firstAt, int firstStride, ReadOnlySpan<int> second, int secondAt, int secondStride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            destination[offset + l * step + first[firstAt + l] * firstStride + second[secondAt + l] * secondStride] += lanes[l];
        }
    }

    /// <summary>Adds lanes in their order; several may meet in an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterAdd<V>(
        V value, Span<double> destination, int offset, int step, ReadOnlySpan<int> first, int firstAt, int firstStride, ReadOnlySpan<int> second, int secondAt, int secondStride,
        ReadOnlySpan<int> third, int thirdAt, int thirdStride)
        where V : struct, ILanes<V>
    {
        Span<double> lanes = stackalloc double[V.Count];
        V.Store(value, lanes, 0);
        for (var l = 0; l < lanes.Length; l++)
        {
            destination[offset + l * step + first[firstAt + l] * firstStride + second[secondAt + l] * secondStride + third[thirdAt + l] * thirdStride] += lanes[l];
        }
    }
}
