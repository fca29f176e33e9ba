using System;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>The factors of a small dense matrix, P A = L U, with partial pivoting.</summary>
internal sealed class LuFactorization(int size)
{
    private readonly double[] factors = new double[size * size];
    private readonly int[] pivots = new int[size];

    /// <summary>Factors I − c J, for a row-major J; false where that is singular or not finite.</summary>
    public bool FactorShifted(double c, ReadOnlySpan<double> jacobian)
    {
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = -c * jacobian[i];
        }

        for (var i = 0; i < size; i++)
        {
            factors[i * size + i] += 1;
        }

        for (var k = 0; k < size; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < size; i++)
            {
                pivot = Math.Abs(factors[i * size + k]) > Math.Abs(factors[pivot * size + k]) ? i : pivot;
            }

            pivots[k] = pivot;
            if (pivot != k)
            {
                Exchange(factors.AsSpan(k * size, size), factors.AsSpan(pivot * size, size));
            }

            var reciprocal = 1 / factors[k * size + k];
            if (!double.IsFinite(reciprocal) || reciprocal == 0)
            {
                return false;
            }

            for (var i = k + 1; i < size; i++)
            {
                var factor = factors[i * size + k] * reciprocal;
                factors[i * size + k] = factor;
                for (var j = k + 1; j < size; j++)
                {
                    factors[i * size + j] -= factor * factors[k * size + j];
                }
            }
        }

        return true;
    }

    /// <summary>Solves A x = b in place.</summary>
    public void Solve(Span<double> b)
    {
        for (var k = 0; k < size; k++)
        {
            (b[k], b[pivots[k]]) = (b[pivots[k]], b[k]);
        }

        for (var i = 0; i < size; i++)
        {
            var sum = b[i];
            for (var j = 0; j < i; j++)
            {
                sum -= factors[i * size + j] * b[j];
            }

            b[i] = sum;
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var sum = b[i];
            for (var j = i + 1; j < size; j++)
            {
                sum -= factors[i * size + j] * b[j];
            }

            b[i] = sum / factors[i * size + i];
        }
    }

    /// <summary>Solves A X = B in place for as many right-hand sides as the rows of B, of <paramref name="width"/> blocks each, are long.</summary>
    public void Solve(Span<Vector256<double>> rows, int width)
    {
        for (var k = 0; k < size; k++)
        {
            if (pivots[k] != k)
            {
                Exchange(rows.Slice(k * width, width), rows.Slice(pivots[k] * width, width));
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Subtract(rows.Slice(i * width, width), factors[i * size + j], rows.Slice(j * width, width));
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var row = rows.Slice(i * width, width);
            for (var j = i + 1; j < size; j++)
            {
                Subtract(row, factors[i * size + j], rows.Slice(j * width, width));
            }

            var reciprocal = 1 / factors[i * size + i];
            for (var block = 0; block < row.Length; block++)
            {
                row[block] *= reciprocal;
            }
        }
    }

    private static void Subtract(Span<Vector256<double>> from, double factor, ReadOnlySpan<Vector256<double>> row)
    {
        for (var block = 0; block < from.Length; block++)
        {
            from[block] -= factor * row[block];
        }
    }

    private static void Exchange<T>(Span<T> one, Span<T> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            (one[i], other[i]) = (other[i], one[i]);
        }
    }
}
