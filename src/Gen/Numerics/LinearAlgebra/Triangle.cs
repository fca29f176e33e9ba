using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Copies between the triangles of square row-major matrices, in squares that stay in the cache.</summary>
internal static class Triangle
{
    private const int Square = 16;

    /// <summary>Writes the lower triangle, diagonal included, of a matrix to the upper triangle of another, or of the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyLowerToUpper(ReadOnlySpan<double> lower, int lowerStride, Span<double> upper, int upperStride, int order)
    {
        for (var top = 0; top < order; top += Square)
        {
            var bottom = Math.Min(top + Square, order);
            for (var left = 0; left <= top; left += Square)
            {
                for (var i = top; i < bottom; i++)
                {
                    var row = lower.Slice(i * lowerStride, Math.Min(left + Square, i + 1));
                    for (int j = left, to = left * upperStride + i; j < row.Length; j++, to += upperStride)
                        upper[to] = row[j];
                }
            }
        }
    }

    /// <summary>Turns U into its transpose in place: the lower triangle is overwritten and the upper one becomes zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeUpper(Span<double> matrix, int order)
    {
        for (var top = 0; top < order; top += Square)
        {
            var bottom = Math.Min(top + Square, order);
            for (var left = 0; left <= top; left += Square)
            {
                for (var i = top; i < bottom; i++)
                {
                    var row = matrix.Slice(i * order, Math.Min(left + Square, i));
                    for (int j = left, from = left * order + i; j < row.Length; j++, from += order)
                    {
                        row[j] = matrix[from];
                        matrix[from] = 0;
                    }
                }
            }
        }
    }

    /// <summary>
    /// Adds the symmetric matrix whose derivatives by the elements of a lower triangle stand transposed in <paramref name="upper"/>: half of each
    /// to [i, j] and half to [j, i].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddSymmetric(ReadOnlySpan<double> upper, Span<double> sum, int order)
    {
        for (var top = 0; top < order; top += Square)
        {
            var bottom = Math.Min(top + Square, order);
            for (var left = top; left < order; left += Square)
            {
                var right = Math.Min(left + Square, order);
                for (var i = top; i < bottom; i++)
                {
                    for (int j = Math.Max(left, i + 1), mirrored = j * order + i; j < right; j++, mirrored += order)
                    {
                        var half = 0.5 * upper[i * order + j];
                        sum[i * order + j] += half;
                        sum[mirrored] += half;
                    }
                }
            }
        }

        for (var i = 0; i < order; i++)
            sum[i * (order + 1)] += upper[i * (order + 1)];
    }

    /// <summary>The same where the derivatives stand in the lower triangle of a matrix that is too small for squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddSymmetricSmall(ReadOnlySpan<double> lower, Span<double> sum, int order)
    {
        for (var i = 0; i < order; i++)
        {
            var row = lower.Slice(i * order, i + 1);
            for (int j = 0, mirrored = i; j < row.Length - 1; j++, mirrored += order)
            {
                var half = 0.5 * row[j];
                sum[i * order + j] += half;
                sum[mirrored] += half;
            }

            sum[i * order + i] += row[i];
        }
    }
}
