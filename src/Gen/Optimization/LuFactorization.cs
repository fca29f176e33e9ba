using System;

namespace Gen.Optimization;

/// <summary>A small square system solved by Gaussian elimination with partial pivoting, in buffers that are reused.</summary>
internal sealed class LuFactorization(int capacity)
{
    // Below it a reciprocal overflows.
    private const double LeastPivot = 1e-300;

    private readonly double[] elements = new double[capacity * capacity];
    private readonly int[] pivots = new int[capacity];

    /// <summary>The order of the system at hand.</summary>
    public int Order { get; private set; }

    /// <summary>The element to fill in before <see cref="Factorize"/>.</summary>
    public ref double this[int row, int column] => ref elements[row * Order + column];

    /// <summary>Begins a system of <paramref name="order"/> equations, all zero.</summary>
    public void Begin(int order)
    {
        Order = order;
        Array.Clear(elements, 0, order * order);
    }

    /// <summary>Factorises in place; false when the matrix is singular to working precision or not finite.</summary>
    public bool Factorize()
    {
        var n = Order;
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(this[i, k]) > Math.Abs(this[pivot, k]))
                    pivot = i;
            }

            var size = Math.Abs(this[pivot, k]);
            if (!(size > LeastPivot) || !double.IsFinite(size))
                return false;

            pivots[k] = pivot;
            if (pivot != k)
            {
                for (var j = 0; j < n; j++)
                    (this[k, j], this[pivot, j]) = (this[pivot, j], this[k, j]);
            }

            for (var i = k + 1; i < n; i++)
            {
                var factor = this[i, k] /= this[k, k];
                for (var j = k + 1; j < n; j++)
                    this[i, j] -= factor * this[k, j];
            }
        }

        return true;
    }

    /// <summary>Replaces the right-hand side by the solution.</summary>
    public void Solve(Span<double> side)
    {
        var n = Order;
        for (var k = 0; k < n; k++)
            (side[k], side[pivots[k]]) = (side[pivots[k]], side[k]);

        for (var i = 1; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                side[i] -= this[i, j] * side[j];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
                side[i] -= this[i, j] * side[j];
            side[i] /= this[i, i];
        }
    }
}
