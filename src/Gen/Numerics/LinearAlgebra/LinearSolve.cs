using System;
using System.Buffers;

namespace Gen.Numerics;

/// <summary>
/// Systems A x = b with any square A, row-major, factorised and solved at once, and their reverse-mode derivatives. The factors are kept in arrays of
/// the shared pool for as long as a call lasts; nothing is allocated once the pool has them.
/// </summary>
/// <remarks>
/// <see cref="Lu"/> does the work and is the better choice for one matrix and several systems. Where A is singular to working precision the solution is
/// NaN. Several right-hand sides are the columns of a row-major matrix.
/// </remarks>
public static class LinearSolve
{
    /// <summary>Solves A x = b for one right-hand side.</summary>
    /// <param name="matrix">A, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="rightHandSide">b.</param>
    /// <param name="solution">x; it may be b itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Solve(ReadOnlySpan<double> matrix, int order, ReadOnlySpan<double> rightHandSide, Span<double> solution) =>
        Solve(matrix, order, 1, rightHandSide, solution);

    /// <summary>Solves A X = B.</summary>
    /// <param name="matrix">A, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="rightHandSides">B, <paramref name="order"/> by <paramref name="columns"/>.</param>
    /// <param name="solutions">X, of the same shape; it may be B itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Solve(
        ReadOnlySpan<double> matrix, int order, int columns, ReadOnlySpan<double> rightHandSides, Span<double> solutions)
    {
        var (factors, pivots) = Rent(order);
        Lu.Factor(matrix, order, factors, pivots);
        Lu.Solve(factors, pivots, order, columns, rightHandSides, solutions);
        Return(factors, pivots);
    }

    /// <summary>The adjoint of <see cref="Solve(ReadOnlySpan{double}, int, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <param name="matrix">A.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="solution">x.</param>
    /// <param name="solutionAdjoint">The derivatives by x.</param>
    /// <param name="matrixAdjoint">The derivatives by A, to which is added; empty where they are not wanted.</param>
    /// <param name="rightHandSideAdjoint">The derivatives by b, to which is added; empty where they are not wanted.</param>
    /// <param name="scratch"><paramref name="order"/> numbers; not one of the other spans.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Adjoint(
        ReadOnlySpan<double> matrix,
        int order,
        ReadOnlySpan<double> solution,
        ReadOnlySpan<double> solutionAdjoint,
        Span<double> matrixAdjoint,
        Span<double> rightHandSideAdjoint,
        Span<double> scratch) =>
        Adjoint(matrix, order, 1, solution, solutionAdjoint, matrixAdjoint, rightHandSideAdjoint, scratch);

    /// <summary>The adjoint of <see cref="Solve(ReadOnlySpan{double}, int, int, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <param name="matrix">A.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="solutions">X.</param>
    /// <param name="solutionsAdjoint">The derivatives by X.</param>
    /// <param name="matrixAdjoint">The derivatives by A, to which is added; empty where they are not wanted.</param>
    /// <param name="rightHandSidesAdjoint">The derivatives by B, to which is added; empty where they are not wanted.</param>
    /// <param name="scratch"><paramref name="order"/> times <paramref name="columns"/> numbers; not one of the other spans.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Adjoint(
        ReadOnlySpan<double> matrix,
        int order,
        int columns,
        ReadOnlySpan<double> solutions,
        ReadOnlySpan<double> solutionsAdjoint,
        Span<double> matrixAdjoint,
        Span<double> rightHandSidesAdjoint,
        Span<double> scratch)
    {
        var (factors, pivots) = Rent(order);
        Lu.Factor(matrix, order, factors, pivots);
        Lu.SolveAdjoint(factors, pivots, order, columns, solutions, solutionsAdjoint, matrixAdjoint, rightHandSidesAdjoint, scratch);
        Return(factors, pivots);
    }

    // Where a factorisation gives up, the exchanges that it did not come to must still be rows.
    private static (double[] Factors, int[] Pivots) Rent(int order)
    {
        var (factors, pivots) = (ArrayPool<double>.Shared.Rent(order * order), ArrayPool<int>.Shared.Rent(order));
        Array.Clear(pivots, 0, order);
        return (factors, pivots);
    }

    private static void Return(double[] factors, int[] pivots)
    {
        ArrayPool<double>.Shared.Return(factors);
        ArrayPool<int>.Shared.Return(pivots);
    }
}
