using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>The Cholesky factorisation of a diagonal block and its reverse, without blocks of their own.</summary>
internal static class CholeskyBlock
{
    /// <summary>
    /// Replaces the upper triangle of a symmetric matrix by U of UᵀU. What stands below the diagonal is overwritten: lanes that end with the row
    /// begin before it.
    /// </summary>
    /// <returns>−1, or the first pivot that is not positive and finite.</returns>
    public static int Factor(int order, Span<double> upper, int stride)
    {
        if (Vector512.IsHardwareAccelerated && order >= 2 * Lanes512.Count)
            return Factor<Lanes512>(order, upper, stride);
        if (Vector256.IsHardwareAccelerated && order >= Lanes256.Count)
            return Factor<Lanes256>(order, upper, stride);
        return Factor<Lanes1>(order, upper, stride);
    }

    /// <summary>Writes the lower factor of a few rows, and zeros above its diagonal; it may stand where the matrix stood.</summary>
    /// <returns>−1, or the first pivot that is not positive and finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int FactorByNumbers(ReadOnlySpan<double> matrix, int order, Span<double> factor)
    {
        ref var a = ref MemoryMarshal.GetReference(matrix);
        ref var l = ref MemoryMarshal.GetReference(factor);
        for (var j = 0; j < order; j++)
        {
            ref var row = ref Unsafe.Add(ref l, j * order);
            var square = Unsafe.Add(ref a, j * order + j);
            for (var k = 0; k < j; k++)
                square -= Unsafe.Add(ref row, k) * Unsafe.Add(ref row, k);
            if (!(square > 0 && square < double.PositiveInfinity))
                return j;

            var pivot = Math.Sqrt(square);
            var inverse = 1 / pivot;
            Unsafe.Add(ref row, j) = pivot;
            for (var i = j + 1; i < order; i++)
            {
                ref var other = ref Unsafe.Add(ref l, i * order);
                var sum = Unsafe.Add(ref a, i * order + j);
                for (var k = 0; k < j; k++)
                    sum -= Unsafe.Add(ref other, k) * Unsafe.Add(ref row, k);
                Unsafe.Add(ref other, j) = sum * inverse;
                Unsafe.Add(ref row, i) = 0;
            }
        }

        return -1;
    }

    /// <summary>
    /// Replaces the adjoint of a lower factor by that of the lower triangle that it was computed from; only lower triangles are read and written.
    /// </summary>
    /// <remarks>Murray (2016), arXiv 1602.07527, the level-2 algorithm of section 4.1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reverse(int order, ReadOnlySpan<double> factor, int factorStride, Span<double> adjoint, int stride)
    {
        ref var l = ref MemoryMarshal.GetReference(factor);
        ref var w = ref MemoryMarshal.GetReference(adjoint);
        for (var j = order - 1; j >= 0; j--)
        {
            var pivot = Unsafe.Add(ref l, j * (factorStride + 1));
            var inverse = 1 / pivot;
            var ofPivot = Unsafe.Add(ref w, j * (stride + 1));
            for (var i = j + 1; i < order; i++)
            {
                ref var element = ref Unsafe.Add(ref w, i * stride + j);
                element *= inverse;
                ofPivot -= Unsafe.Add(ref l, i * factorStride + j) * element;
            }

            ofPivot *= inverse;
            Unsafe.Add(ref w, j * (stride + 1)) = 0.5 * ofPivot;

            var column = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; column + Lanes512.Count <= j; column += Lanes512.Count)
                    ReverseColumns<Lanes512>(order, j, column, ofPivot, factor, factorStride, adjoint, stride);
            }

            if (Vector256.IsHardwareAccelerated)
            {
                for (; column + Lanes256.Count <= j; column += Lanes256.Count)
                    ReverseColumns<Lanes256>(order, j, column, ofPivot, factor, factorStride, adjoint, stride);
            }

            for (; column < j; column++)
                ReverseColumns<Lanes1>(order, j, column, ofPivot, factor, factorStride, adjoint, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Factor<V>(int order, Span<double> upper, int stride)
        where V : struct, ILanes<V>
    {
        ref var u = ref MemoryMarshal.GetReference(upper);
        for (var j = 0; j < order; j++)
        {
            var row = j * stride;

            // Registers end with the row; what is left of the first rows, too short for one more, is done by numbers.
            var first = order - (order - j + V.Count - 1) / V.Count * V.Count;
            if (first < 0)
            {
                first += V.Count;
                for (var i = j; i < first; i++)
                {
                    var x = Unsafe.Add(ref u, row + i);
                    for (var above = 0; above < row; above += stride)
                        x -= Unsafe.Add(ref u, above + j) * Unsafe.Add(ref u, above + i);
                    Unsafe.Add(ref u, row + i) = x;
                }
            }

            var c = first;
            for (; c + 3 * V.Count <= order; c += 3 * V.Count)
            {
                V x = V.Load(upper, row + c), y = V.Load(upper, row + c + V.Count), z = V.Load(upper, row + c + 2 * V.Count);
                for (var above = 0; above < row; above += stride)
                {
                    var scale = V.Broadcast(-Unsafe.Add(ref u, above + j));
                    x = V.MultiplyAdd(scale, V.Load(upper, above + c), x);
                    y = V.MultiplyAdd(scale, V.Load(upper, above + c + V.Count), y);
                    z = V.MultiplyAdd(scale, V.Load(upper, above + c + 2 * V.Count), z);
                }

                V.Store(x, upper, row + c);
                V.Store(y, upper, row + c + V.Count);
                V.Store(z, upper, row + c + 2 * V.Count);
            }

            for (; c < order; c += V.Count)
            {
                V x = V.Load(upper, row + c), y = V.Zero;
                var above = 0;
                for (; above + stride < row; above += 2 * stride)
                {
                    x = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref u, above + j)), V.Load(upper, above + c), x);
                    y = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref u, above + stride + j)), V.Load(upper, above + stride + c), y);
                }

                if (above < row)
                    x = V.MultiplyAdd(V.Broadcast(-Unsafe.Add(ref u, above + j)), V.Load(upper, above + c), x);
                V.Store(x + y, upper, row + c);
            }

            var square = Unsafe.Add(ref u, row + j);
            if (!(square > 0 && square < double.PositiveInfinity))
                return j;

            var pivot = Math.Sqrt(square);
            var inverse = 1 / pivot;
            for (c = j + 1; c < first; c++)
                Unsafe.Add(ref u, row + c) *= inverse;
            for (c = first; c < order; c += V.Count)
                V.Store(V.Load(upper, row + c) * inverse, upper, row + c);
            Unsafe.Add(ref u, row + j) = pivot;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReverseColumns<V>(
        int order, int j, int column, double ofPivot, ReadOnlySpan<double> factor, int factorStride, Span<double> adjoint, int stride)
        where V : struct, ILanes<V>
    {
        ref var w = ref MemoryMarshal.GetReference(adjoint);
        var row = V.Load(factor, j * factorStride + column);
        var sum = V.MultiplyAdd(V.Broadcast(-ofPivot), row, V.Load(adjoint, j * stride + column));
        for (var i = j + 1; i < order; i++)
        {
            var scale = V.Broadcast(-Unsafe.Add(ref w, i * stride + j));
            var at = i * stride + column;
            V.Store(V.MultiplyAdd(scale, row, V.Load(adjoint, at)), adjoint, at);
            sum = V.MultiplyAdd(scale, V.Load(factor, i * factorStride + column), sum);
        }

        V.Store(sum, adjoint, j * stride + column);
    }
}
