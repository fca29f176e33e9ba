using System;

namespace Gen.Numerics;

public static partial class Lu
{
    /// <summary>Solves A X = B.</summary>
    /// <param name="factors">What <see cref="Factor(ReadOnlySpan{double}, int, Span{double}, Span{int})"/> left.</param>
    /// <param name="pivots">The exchanges that it left.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="rightHandSides">B, <paramref name="order"/> by <paramref name="columns"/>.</param>
    /// <param name="solutions">X, of the same shape; it may be B itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Solve(
        ReadOnlySpan<double> factors,
        ReadOnlySpan<int> pivots,
        int order,
        int columns,
        ReadOnlySpan<double> rightHandSides,
        Span<double> solutions)
    {
        Check(factors, pivots, order, columns, rightHandSides, solutions);
        rightHandSides[..(order * columns)].CopyTo(solutions);
        for (var k = 0; k < order; k++)
        {
            if (pivots[k] != k)
                Exchange(solutions.Slice(k * columns, columns), solutions.Slice(pivots[k] * columns, columns));
        }

        BlockedSubstitution.Lower(new MatrixView(factors, order), order, columns, solutions, unit: true);
        BlockedSubstitution.Upper(new MatrixView(factors, order), order, columns, solutions, unit: false);
    }

    /// <summary>Solves Aᵀ X = B.</summary>
    /// <inheritdoc cref="Solve"/>
    public static void SolveTransposed(
        ReadOnlySpan<double> factors,
        ReadOnlySpan<int> pivots,
        int order,
        int columns,
        ReadOnlySpan<double> rightHandSides,
        Span<double> solutions)
    {
        Check(factors, pivots, order, columns, rightHandSides, solutions);
        rightHandSides[..(order * columns)].CopyTo(solutions);
        BlockedSubstitution.Lower(new MatrixView(factors, order).Transposed, order, columns, solutions, unit: false);
        BlockedSubstitution.Upper(new MatrixView(factors, order).Transposed, order, columns, solutions, unit: true);
        for (var k = order - 1; k >= 0; k--)
        {
            if (pivots[k] != k)
                Exchange(solutions.Slice(k * columns, columns), solutions.Slice(pivots[k] * columns, columns));
        }
    }

    /// <summary>
    /// The adjoint of <see cref="Solve"/>: with X̄ for the derivatives by X and G = A⁻ᵀ X̄, B̄ += G and Ā −= G Xᵀ.
    /// </summary>
    /// <param name="factors">What <see cref="Factor(ReadOnlySpan{double}, int, Span{double}, Span{int})"/> left.</param>
    /// <param name="pivots">The exchanges that it left.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="solutions">X.</param>
    /// <param name="solutionsAdjoint">The derivatives by X.</param>
    /// <param name="matrixAdjoint">The derivatives by A, to which is added; empty where they are not wanted.</param>
    /// <param name="rightHandSidesAdjoint">The derivatives by B, to which is added; empty where they are not wanted.</param>
    /// <param name="scratch"><paramref name="order"/> times <paramref name="columns"/> numbers; not one of the other spans.</param>
    /// <remarks>Giles (2008), "Collected matrix derivative results for forward and reverse mode algorithmic differentiation", section 2.2.3.</remarks>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void SolveAdjoint(
        ReadOnlySpan<double> factors,
        ReadOnlySpan<int> pivots,
        int order,
        int columns,
        ReadOnlySpan<double> solutions,
        ReadOnlySpan<double> solutionsAdjoint,
        Span<double> matrixAdjoint,
        Span<double> rightHandSidesAdjoint,
        Span<double> scratch)
    {
        Extent.Check(solutions.Length, order, columns, nameof(solutions));
        Extent.CheckOptional(matrixAdjoint.Length, order, order, nameof(matrixAdjoint));
        Extent.CheckOptional(rightHandSidesAdjoint.Length, order, columns, nameof(rightHandSidesAdjoint));
        SolveTransposed(factors, pivots, order, columns, solutionsAdjoint, scratch);
        if (!rightHandSidesAdjoint.IsEmpty)
            RowOperations.AddScaled(1, scratch[..(order * columns)], rightHandSidesAdjoint);
        if (!matrixAdjoint.IsEmpty)
        {
            var transposed = new MatrixView(solutions, columns).Transposed;
            BlockedProduct.Add(-1, order, order, columns, new MatrixView(scratch, columns), transposed, matrixAdjoint, order);
        }
    }

    private static void Check(
        ReadOnlySpan<double> factors, ReadOnlySpan<int> pivots, int order, int columns, ReadOnlySpan<double> sides, ReadOnlySpan<double> solutions)
    {
        Extent.Check(factors.Length, order, order, nameof(factors));
        Extent.Check(pivots.Length, order, 1, nameof(pivots));
        Extent.Check(sides.Length, order, columns, "rightHandSides");
        Extent.Check(solutions.Length, order, columns, nameof(solutions));
    }
}
