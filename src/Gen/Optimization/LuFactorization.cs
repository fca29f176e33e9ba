using System;
using Gen.Numerics;

namespace Gen.Optimization;

/// <summary>A small square system, in buffers that are reused.</summary>
internal sealed class LuFactorization(int capacity)
{
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
    public bool Factorize() => Lu.Factor(elements, Order, elements, pivots);

    /// <summary>Replaces the right-hand side by the solution.</summary>
    public void Solve(Span<double> side) => Lu.Solve(elements, pivots, Order, 1, side, side);
}
