using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>
/// Systems L x = b and Lᵀ x = b with a lower triangular L, row-major, for one right-hand side or several, and their reverse-mode derivatives. Nothing
/// is allocated.
/// </summary>
/// <remarks>
/// <para>
/// Only the lower triangle of L is read and only that of its adjoint is written. Several right-hand sides are the columns of a row-major matrix, so
/// that those of one row are neighbours. A zero on the diagonal gives infinities or NaN. A solution may stand where its right-hand side stood.
/// </para>
/// <para>
/// The adjoints, with x̄ for the derivatives by x: for L x = b, g = L⁻ᵀ x̄, b̄ += g, L̄ −= tril(g xᵀ); for Lᵀ x = b, g = L⁻¹ x̄, b̄ += g, L̄ −= tril(x gᵀ).
/// Giles (2008), "Collected matrix derivative results for forward and reverse mode algorithmic differentiation", section 2.3.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TriangularSolve
{
    /// <summary>Solves L x = b by forward substitution.</summary>
    /// <param name="factor">L, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="rightHandSide">b.</param>
    /// <param name="solution">x; it may be b itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lower(ReadOnlySpan<double> factor, int order, ReadOnlySpan<double> rightHandSide, Span<double> solution)
    {
        Check(factor, order, 1, rightHandSide, solution);
        for (var i = 0; i < order; i++)
            solution[i] = (rightHandSide[i] - RowOperations.Dot(factor.Slice(i * order, i), solution)) / factor[i * (order + 1)];
    }

    /// <summary>Solves Lᵀ x = b by backward substitution.</summary>
    /// <param name="factor">L, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="rightHandSide">b.</param>
    /// <param name="solution">x; it may be b itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LowerTransposed(ReadOnlySpan<double> factor, int order, ReadOnlySpan<double> rightHandSide, Span<double> solution)
    {
        Check(factor, order, 1, rightHandSide, solution);
        rightHandSide[..order].CopyTo(solution);
        for (var i = order - 1; i >= 0; i--)
        {
            solution[i] /= factor[i * (order + 1)];
            RowOperations.AddScaled(-solution[i], factor.Slice(i * order, i), solution);
        }
    }

    /// <summary>Solves L X = B for several right-hand sides.</summary>
    /// <param name="factor">L, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="rightHandSides">B, <paramref name="order"/> by <paramref name="columns"/>.</param>
    /// <param name="solutions">X, of the same shape; it may be B itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Lower(
        ReadOnlySpan<double> factor, int order, int columns, ReadOnlySpan<double> rightHandSides, Span<double> solutions)
    {
        Check(factor, order, columns, rightHandSides, solutions);
        rightHandSides[..(order * columns)].CopyTo(solutions);
        BlockedSubstitution.Lower(new MatrixView(factor, order), order, columns, solutions, unit: false);
    }

    /// <summary>Solves Lᵀ X = B for several right-hand sides.</summary>
    /// <param name="factor">L, <paramref name="order"/> by <paramref name="order"/>.</param>
    /// <param name="order">The number of equations.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="rightHandSides">B, <paramref name="order"/> by <paramref name="columns"/>.</param>
    /// <param name="solutions">X, of the same shape; it may be B itself.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void LowerTransposed(
        ReadOnlySpan<double> factor, int order, int columns, ReadOnlySpan<double> rightHandSides, Span<double> solutions)
    {
        Check(factor, order, columns, rightHandSides, solutions);
        rightHandSides[..(order * columns)].CopyTo(solutions);
        BlockedSubstitution.Upper(new MatrixView(factor, order).Transposed, order, columns, solutions, unit: false);
    }

    private static void Check(ReadOnlySpan<double> factor, int order, int columns, ReadOnlySpan<double> side, ReadOnlySpan<double> solution)
    {
        Extent.Check(factor.Length, order, order, "factor");
        Extent.Check(side.Length, order, columns, columns == 1 ? "rightHandSide" : "rightHandSides");
        Extent.Check(solution.Length, order, columns, columns == 1 ? "solution" : "solutions");
    }
}
