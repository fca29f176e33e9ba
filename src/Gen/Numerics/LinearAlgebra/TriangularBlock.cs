using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// Triangular systems of a few dozen equations with several right-hand sides, solved in place: the diagonal blocks of larger ones.
/// </summary>
internal static class TriangularBlock
{
    /// <summary>The order of diagonal blocks.</summary>
    public const int Order = 48;

    /// <summary>
    /// A lower triangle, with ones on its diagonal if <paramref name="Unit"/>, and where its right-hand sides stand. Negative strides run through both
    /// backwards, which makes an upper triangle a lower one.
    /// </summary>
    internal readonly record struct Layout(int FactorAt, int RowStride, int ColumnStride, int SolutionAt, int SolutionStride, bool Unit)
    {
        /// <summary>L X = B, where [i, k] of L is at <c>i * rowStride + k * columnStride</c>.</summary>
        public static Layout Lower(int rowStride, int columnStride, int solutionStride, bool unit = false) =>
            new(0, rowStride, columnStride, 0, solutionStride, unit);

        /// <summary>U X = B, where [i, k] of U is at <c>i * rowStride + k * columnStride</c>.</summary>
        public static Layout Upper(int order, int rowStride, int columnStride, int solutionStride, bool unit = false) => new(
            (order - 1) * (rowStride + columnStride), -rowStride, -columnStride, (order - 1) * solutionStride, -solutionStride, unit);
    }

    /// <summary>Replaces <paramref name="columns"/> right-hand sides, contiguous in each row, by their solutions.</summary>
    public static void Solve(int order, ReadOnlySpan<double> factor, Span<double> solution, int columns, Layout layout)
    {
        var j = 0;
        if (Vector512.IsHardwareAccelerated)
            Solve<Lanes512>(order, factor, solution, columns, layout, ref j);
        if (Vector256.IsHardwareAccelerated)
            Solve<Lanes256>(order, factor, solution, columns, layout, ref j);
        else
            Solve<Lanes128>(order, factor, solution, columns, layout, ref j);
        Solve<Lanes1>(order, factor, solution, columns, layout, ref j);
    }

    private static void Solve<V>(int order, ReadOnlySpan<double> factor, Span<double> solution, int columns, Layout layout, ref int j)
        where V : struct, ILanes<V>
    {
        for (; j + 3 * V.Count <= columns; j += 3 * V.Count)
            SolveWide<V>(order, factor, solution, j, layout);
        for (; j + V.Count <= columns; j += V.Count)
            SolveNarrow<V>(order, factor, solution, j, layout);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SolveWide<V>(int order, ReadOnlySpan<double> factor, Span<double> solution, int column, Layout layout)
        where V : struct, ILanes<V>
    {
        ref var l = ref MemoryMarshal.GetReference(factor);
        var stride = layout.SolutionStride;
        var top = layout.SolutionAt + column;
        for (var i = 0; i < order; i++)
        {
            var at = top + i * stride;
            var row = layout.FactorAt + i * layout.RowStride;
            V x = V.Load(solution, at), y = V.Load(solution, at + V.Count), z = V.Load(solution, at + 2 * V.Count);
            for (int k = 0, above = top; k < i; k++, above += stride, row += layout.ColumnStride)
            {
                var scale = V.Broadcast(-Unsafe.Add(ref l, row));
                x = V.MultiplyAdd(scale, V.Load(solution, above), x);
                y = V.MultiplyAdd(scale, V.Load(solution, above + V.Count), y);
                z = V.MultiplyAdd(scale, V.Load(solution, above + 2 * V.Count), z);
            }

            var pivot = layout.Unit ? V.Broadcast(1) : V.Broadcast(Unsafe.Add(ref l, row));
            V.Store(x / pivot, solution, at);
            V.Store(y / pivot, solution, at + V.Count);
            V.Store(z / pivot, solution, at + 2 * V.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SolveNarrow<V>(int order, ReadOnlySpan<double> factor, Span<double> solution, int column, Layout layout)
        where V : struct, ILanes<V>
    {
        ref var l = ref MemoryMarshal.GetReference(factor);
        var stride = layout.SolutionStride;
        var top = layout.SolutionAt + column;
        for (var i = 0; i < order; i++)
        {
            var at = top + i * stride;
            var row = layout.FactorAt + i * layout.RowStride;
            V x = V.Load(solution, at), y = V.Zero, z = V.Zero, w = V.Zero;
            int k = 0, above = top, next = layout.ColumnStride;
            for (; k + 4 <= i; k += 4, above += 4 * stride, row += 4 * next)
            {
                x = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref l, row)), V.Load(solution, above), x);
                y = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref l, row + next)), V.Load(solution, above + stride), y);
                z = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref l, row + 2 * next)), V.Load(solution, above + 2 * stride), z);
                w = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref l, row + 3 * next)), V.Load(solution, above + 3 * stride), w);
            }

            for (; k < i; k++, above += stride, row += next)
                x = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref l, row)), V.Load(solution, above), x);
            x += y + (z + w);
            V.Store(layout.Unit ? x : x / V.Broadcast(Unsafe.Add(ref l, row)), solution, at);
        }
    }
}
