using System;
using System.Buffers;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// Solutions of A X = B for a general square matrix A, row-major, and their reverse mode, each in one call. The factors of <see cref="Lu"/> live in
/// pooled arrays, so that nothing is allocated call after call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LinearSolve
{
    /// <summary>The x of A x = b: NaN where A is singular to working precision.</summary>
    public static void Solve(ReadOnlySpan<double> matrix, int order, ReadOnlySpan<double> side, Span<double> solution) =>
        Solve(matrix, order, 1, side, solution);

    /// <summary>The X of A X = B, a column for each column of B, stored row by row: NaN where A is singular to working precision.</summary>
    /// <exception cref="ArgumentException">A span is shorter than the sizes say.</exception>
    public static void Solve(ReadOnlySpan<double> matrix, int order, int columns, ReadOnlySpan<double> sides, Span<double> solutions)
    {
        using var factors = new Factors(matrix, order);
        if (factors.IsRegular)
        {
            Lu.Solve(factors.Values, factors.Pivots, order, columns, sides[..(order * columns)], solutions[..(order * columns)]);
        }
        else
        {
            solutions.Fill(double.NaN);
        }
    }

    /// <summary>Adds the derivatives for one right-hand side; an adjoint that is not wanted is empty.</summary>
    public static void Adjoint(
        ReadOnlySpan<double> matrix, int order, ReadOnlySpan<double> solution, ReadOnlySpan<double> solutionAdjoint,
        Span<double> matrixAdjoint, Span<double> sideAdjoint, Span<double> scratch) =>
        Adjoint(matrix, order, 1, solution, solutionAdjoint, matrixAdjoint, sideAdjoint, scratch);

    /// <summary>Adds the derivatives for several right-hand sides; an adjoint that is not wanted is empty.</summary>
    /// <param name="matrix">A.</param>
    /// <param name="order">The number of rows of A.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="solutions">X.</param>
    /// <param name="solutionsAdjoint">X̄.</param>
    /// <param name="matrixAdjoint">Ā, to which is added.</param>
    /// <param name="sidesAdjoint">B̄, to which is added.</param>
    /// <param name="scratch">As many numbers as X has.</param>
    public static void Adjoint(
        ReadOnlySpan<double> matrix, int order, int columns, ReadOnlySpan<double> solutions, ReadOnlySpan<double> solutionsAdjoint,
        Span<double> matrixAdjoint, Span<double> sidesAdjoint, Span<double> scratch)
    {
        using var factors = new Factors(matrix, order);
        if (factors.IsRegular)
        {
            Lu.SolveAdjoint(factors.Values, factors.Pivots, order, columns, solutions, solutionsAdjoint, matrixAdjoint, sidesAdjoint, scratch);
        }
        else
        {
            matrixAdjoint.Fill(double.NaN);
            sidesAdjoint.Fill(double.NaN);
        }
    }

    private readonly ref struct Factors
    {
        private readonly double[] values;
        private readonly int[] pivots;
        private readonly int order;

        public Factors(ReadOnlySpan<double> matrix, int order)
        {
            this.order = order;
            values = ArrayPool<double>.Shared.Rent(order * order);
            pivots = ArrayPool<int>.Shared.Rent(order);
            IsRegular = Lu.Factor(matrix, order, Values, Pivots, out _);
        }

        public bool IsRegular { get; }

        public Span<double> Values => values.AsSpan(0, order * order);

        public Span<int> Pivots => pivots.AsSpan(0, order);

        public void Dispose()
        {
            ArrayPool<double>.Shared.Return(values);
            ArrayPool<int>.Shared.Return(pivots);
        }
    }
}
