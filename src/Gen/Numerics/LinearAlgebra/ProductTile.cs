using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gen.Numerics;

/// <summary>
/// The innermost products of <see cref="BlockedProduct"/>: four rows by three registers (or one), whose sums stay in registers. Twelve sums hide
/// the latency of a multiply-add, and with three registers of the right factor and one of the left they fit into sixteen.
/// </summary>
internal static class ProductTile
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Where the four rows of the left factor begin, and the distance between neighbours in a row.</summary>
    internal readonly record struct RowStarts(int First, int Second, int Third, int Fourth, int Stride);

    /// <summary>
    /// Adds <paramref name="scale"/> times the product of four rows of <paramref name="left"/> and a panel of <c>3 * V.Count</c> columns, stored
    /// row by row without gaps.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWide<V>(
        double scale, int depth, ReadOnlySpan<double> left, RowStarts at, ReadOnlySpan<double> panel, Span<double> sum, int sumAt, int sumStride)
        where V : struct, ILanes<V>
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        var (first, second, third, fourth, stride) = at;
        V a0, a1, a2;
        V b0, b1, b2;
        V c0, c1, c2;
        V d0, d1, d2;
        a0 = a1 = a2 = b0 = b1 = b2 = c0 = c1 = c2 = d0 = d1 = d2 = V.Zero;
        for (int k = 0, p = 0, offset = 0; k < depth; k++, p += 3 * V.Count, offset += stride)
        {
            V x = V.Load(panel, p), y = V.Load(panel, p + V.Count), z = V.Load(panel, p + 2 * V.Count);
            var factor = V.Broadcast(Unsafe.Add(ref a, first + offset));
            a0 = V.MultiplyAdd(factor, x, a0);
            a1 = V.MultiplyAdd(factor, y, a1);
            a2 = V.MultiplyAdd(factor, z, a2);
            factor = V.Broadcast(Unsafe.Add(ref a, second + offset));
            b0 = V.MultiplyAdd(factor, x, b0);
            b1 = V.MultiplyAdd(factor, y, b1);
            b2 = V.MultiplyAdd(factor, z, b2);
            factor = V.Broadcast(Unsafe.Add(ref a, third + offset));
            c0 = V.MultiplyAdd(factor, x, c0);
            c1 = V.MultiplyAdd(factor, y, c1);
            c2 = V.MultiplyAdd(factor, z, c2);
            factor = V.Broadcast(Unsafe.Add(ref a, fourth + offset));
            d0 = V.MultiplyAdd(factor, x, d0);
            d1 = V.MultiplyAdd(factor, y, d1);
            d2 = V.MultiplyAdd(factor, z, d2);
        }

        AddRow(scale, a0, a1, a2, sum, sumAt);
        AddRow(scale, b0, b1, b2, sum, sumAt + sumStride);
        AddRow(scale, c0, c1, c2, sum, sumAt + 2 * sumStride);
        AddRow(scale, d0, d1, d2, sum, sumAt + 3 * sumStride);
    }

    /// <summary>The same for a panel of <c>V.Count</c> columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddNarrow<V>(
        double scale, int depth, ReadOnlySpan<double> left, RowStarts at, ReadOnlySpan<double> panel, Span<double> sum, int sumAt, int sumStride)
        where V : struct, ILanes<V>
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        var (first, second, third, fourth, stride) = at;
        V a0, b0, c0, d0;
        a0 = b0 = c0 = d0 = V.Zero;
        for (int k = 0, p = 0, offset = 0; k < depth; k++, p += V.Count, offset += stride)
        {
            var x = V.Load(panel, p);
            a0 = V.MultiplyAdd(V.Broadcast(Unsafe.Add(ref a, first + offset)), x, a0);
            b0 = V.MultiplyAdd(V.Broadcast(Unsafe.Add(ref a, second + offset)), x, b0);
            c0 = V.MultiplyAdd(V.Broadcast(Unsafe.Add(ref a, third + offset)), x, c0);
            d0 = V.MultiplyAdd(V.Broadcast(Unsafe.Add(ref a, fourth + offset)), x, d0);
        }

        Add(scale, a0, sum, sumAt);
        Add(scale, b0, sum, sumAt + sumStride);
        Add(scale, c0, sum, sumAt + 2 * sumStride);
        Add(scale, d0, sum, sumAt + 3 * sumStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<V>(double scale, V x, V y, V z, Span<double> sum, int at)
        where V : struct, ILanes<V>
    {
        Add(scale, x, sum, at);
        Add(scale, y, sum, at + V.Count);
        Add(scale, z, sum, at + 2 * V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<V>(double scale, V x, Span<double> sum, int at)
        where V : struct, ILanes<V> =>
        V.Store(V.MultiplyAdd(V.Broadcast(scale), x, V.Load(sum, at)), sum, at);
}
