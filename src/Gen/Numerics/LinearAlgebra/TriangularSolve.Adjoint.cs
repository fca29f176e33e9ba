using System;

namespace Gen.Numerics;

public static partial class TriangularSolve
{
    /// <summary>The adjoint of <see cref="Lower(ReadOnlySpan{double}, int, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <param name="factor">L.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="solution">x.</param>
    /// <param name="solutionAdjoint">The derivatives by x.</param>
    /// <param name="factorAdjoint">The derivatives by L, to whose lower triangle is added; empty where they are not wanted.</param>
    /// <param name="rightHandSideAdjoint">The derivatives by b, to which is added; empty where they are not wanted.</param>
    /// <param name="scratch"><paramref name="order"/> numbers; not one of the other spans.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void LowerAdjoint(
        ReadOnlySpan<double> factor,
        int order,
        ReadOnlySpan<double> solution,
        ReadOnlySpan<double> solutionAdjoint,
        Span<double> factorAdjoint,
        Span<double> rightHandSideAdjoint,
        Span<double> scratch)
    {
        CheckAdjoint(order, 1, solution, factorAdjoint, rightHandSideAdjoint);
        LowerTransposed(factor, order, solutionAdjoint, scratch);
        AddSides(scratch[..order], rightHandSideAdjoint);
        SubtractOuter(order, scratch, solution, factorAdjoint);
    }

    /// <summary>The adjoint of <see cref="LowerTransposed(ReadOnlySpan{double}, int, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <inheritdoc cref="LowerAdjoint(ReadOnlySpan{double}, int, ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void LowerTransposedAdjoint(
        ReadOnlySpan<double> factor,
        int order,
        ReadOnlySpan<double> solution,
        ReadOnlySpan<double> solutionAdjoint,
        Span<double> factorAdjoint,
        Span<double> rightHandSideAdjoint,
        Span<double> scratch)
    {
        CheckAdjoint(order, 1, solution, factorAdjoint, rightHandSideAdjoint);
        Lower(factor, order, solutionAdjoint, scratch);
        AddSides(scratch[..order], rightHandSideAdjoint);
        SubtractOuter(order, solution, scratch, factorAdjoint);
    }

    /// <summary>The adjoint of <see cref="Lower(ReadOnlySpan{double}, int, int, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <param name="factor">L.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="solutions">X.</param>
    /// <param name="solutionsAdjoint">The derivatives by X.</param>
    /// <param name="factorAdjoint">The derivatives by L, to whose lower triangle is added; empty where they are not wanted.</param>
    /// <param name="rightHandSidesAdjoint">The derivatives by B, to which is added; empty where they are not wanted.</param>
    /// <param name="scratch"><paramref name="order"/> times <paramref name="columns"/> numbers; not one of the other spans.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void LowerAdjoint(
        ReadOnlySpan<double> factor,
        int order,
        int columns,
        ReadOnlySpan<double> solutions,
        ReadOnlySpan<double> solutionsAdjoint,
        Span<double> factorAdjoint,
        Span<double> rightHandSidesAdjoint,
        Span<double> scratch)
    {
        CheckAdjoint(order, columns, solutions, factorAdjoint, rightHandSidesAdjoint);
        LowerTransposed(factor, order, columns, solutionsAdjoint, scratch);
        AddSides(scratch[..(order * columns)], rightHandSidesAdjoint);
        SubtractProduct(order, columns, scratch, solutions, factorAdjoint);
    }

    /// <summary>The adjoint of <see cref="LowerTransposed(ReadOnlySpan{double}, int, int, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <inheritdoc cref="LowerAdjoint(ReadOnlySpan{double}, int, int, ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void LowerTransposedAdjoint(
        ReadOnlySpan<double> factor,
        int order,
        int columns,
        ReadOnlySpan<double> solutions,
        ReadOnlySpan<double> solutionsAdjoint,
        Span<double> factorAdjoint,
        Span<double> rightHandSidesAdjoint,
        Span<double> scratch)
    {
        CheckAdjoint(order, columns, solutions, factorAdjoint, rightHandSidesAdjoint);
        Lower(factor, order, columns, solutionsAdjoint, scratch);
        AddSides(scratch[..(order * columns)], rightHandSidesAdjoint);
        SubtractProduct(order, columns, solutions, scratch, factorAdjoint);
    }

    private static void AddSides(ReadOnlySpan<double> sides, Span<double> adjoint)
    {
        if (!adjoint.IsEmpty)
            RowOperations.AddScaled(1, sides, adjoint);
    }

    // The lower triangle of rows times columnsᵀ.
    private static void SubtractOuter(int order, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, Span<double> adjoint)
    {
        if (adjoint.IsEmpty)
            return;
        for (var i = 0; i < order; i++)
            RowOperations.AddScaled(-rows[i], columns[..(i + 1)], adjoint[(i * order)..]);
    }

    // The same, summed over several columns: whole blocks left of the diagonal blocks, and these by rows.
    private static void SubtractProduct(int order, int count, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> adjoint)
    {
        if (adjoint.IsEmpty)
            return;
        for (int top = 0, size; top < order; top += size)
        {
            size = Math.Min(TriangularBlock.Order, order - top);
            BlockedProduct.Add(
                -1,
                size,
                top,
                count,
                new MatrixView(left[(top * count)..], count),
                new MatrixView(right, count).Transposed,
                adjoint[(top * order)..],
                order);
            for (var i = top; i < top + size; i++)
            {
                for (var j = top; j <= i; j++)
                    adjoint[i * order + j] -= RowOperations.Dot(left.Slice(i * count, count), right[(j * count)..]);
            }
        }
    }

    private static void CheckAdjoint(
        int order, int columns, ReadOnlySpan<double> solution, ReadOnlySpan<double> factorAdjoint, ReadOnlySpan<double> sideAdjoint)
    {
        Extent.Check(solution.Length, order, columns, columns == 1 ? "solution" : "solutions");
        Extent.CheckOptional(factorAdjoint.Length, order, order, nameof(factorAdjoint));
        Extent.CheckOptional(sideAdjoint.Length, order, columns, columns == 1 ? "rightHandSideAdjoint" : "rightHandSidesAdjoint");
    }
}
