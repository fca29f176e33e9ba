using System;

namespace Gen.Numerics;

/// <summary>Copies between the triangles of square row-major matrices, in squares that stay in the cache.</summary>
internal static class Triangle
{
    private const int Square = 16;

    /// <summary>Writes the lower triangle, diagonal included, of a matrix to the upper triangle of another, or of the same.</summary>
    public static void CopyLowerToUpper(ReadOnlySpan<double> lower, int lowerStride, Span<double> upper, int upperStride, int order)
    {
        for (var top = 0; top < order; top += Square)
        {
            var bottom = Math.Min(top + Square, order);
            for (var left = 0; left <= top; left += Square)
            {
                for (var i = top; i < bottom; i++)
                {
                    for (var j = left; j < Math.Min(left + Square, i + 1); j++)
                        upper[j * upperStride + i] = lower[i * lowerStride + j];
                }
            }
        }
    }

    /// <summary>Turns U into its transpose in place: the lower triangle is overwritten and the upper one becomes zero.</summary>
    public static void TransposeUpper(Span<double> matrix, int order)
    {
        for (var top = 0; top < order; top += Square)
        {
            var bottom = Math.Min(top + Square, order);
            for (var left = 0; left <= top; left += Square)
            {
                for (var i = top; i < bottom; i++)
                {
                    for (var j = left; j < Math.Min(left + Square, i); j++)
                    {
                        matrix[i * order + j] = matrix[j * order + i];
                        matrix[j * order + i] = 0;
                    }
                }
            }
        }
    }

    /// <summary>
    /// Adds the symmetric matrix whose derivatives by the elements of a lower triangle stand transposed in <paramref name="upper"/>: half of each
    /// to [i, j] and half to [j, i].
    /// </summary>
    public static void AddSymmetric(ReadOnlySpan<double> upper, Span<double> sum, int order)
    {
        for (var top = 0; top < order; top += Square)
        {
            var bottom = Math.Min(top + Square, order);
            for (var left = top; left < order; left += Square)
            {
                for (var i = top; i < bottom; i++)
                {
                    for (var j = Math.Max(left, i + 1); j < Math.Min(left + Square, order); j++)
                    {
                        var half = 0.5 * upper[i * order + j];
                        sum[i * order + j] += half;
                        sum[j * order + i] += half;
                    }
                }
            }
        }

        for (var i = 0; i < order; i++)
            sum[i * (order + 1)] += upper[i * (order + 1)];
    }
}
