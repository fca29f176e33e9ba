using System;
using Gen.Numerics;

namespace Gen;

// Factors of matrices, and systems of linear equations.
public static partial class Modeling
{
    /// <summary>The lower triangular L, with a positive diagonal, of a symmetric positive definite <paramref name="a"/> = L Lᵀ.</summary>
    /// <remarks>Only the lower triangle of <paramref name="a"/> is read. In a compiled model a matrix that is not positive definite gives NaN.</remarks>
    /// <exception cref="ArgumentException">The matrix is not square, or not positive definite; the message names the row.</exception>
    public static Matrix Cholesky(Matrix a) => CholeskyFactor(a, nameof(Cholesky));

    /// <summary>The x of L x = b with a lower triangular L, or of Lᵀ x = b.</summary>
    /// <param name="lower">L; what stands above the diagonal is not read.</param>
    /// <param name="b">An element for each row.</param>
    /// <param name="transpose">Whether to solve Lᵀ x = b.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or <paramref name="b"/> has another length.</exception>
    public static Vector SolveTriangular(Matrix lower, Vector b, bool transpose = false)
    {
        Require(lower.Rows == lower.Columns && b.Length == lower.Rows, $"SolveTriangular(lower, b): {Sizes("lower", lower)}, b has {b.Length} elements.");
        var solution = new double[b.Length];
        if (transpose)
        {
            TriangularSolve.LowerTransposed(lower.AsSpan(), solution.Length, b.AsSpan(), solution);
        }
        else
        {
            TriangularSolve.Lower(lower.AsSpan(), solution.Length, b.AsSpan(), solution);
        }

        return Vector.Wrap(solution);
    }

    /// <summary>The X of L X = B with a lower triangular L, or of Lᵀ X = B: a column for each column of <paramref name="b"/>.</summary>
    /// <inheritdoc cref="SolveTriangular(Matrix, Vector, bool)"/>
    public static Matrix SolveTriangular(Matrix lower, Matrix b, bool transpose = false)
    {
        Require(lower.Rows == lower.Columns && b.Rows == lower.Rows, $"SolveTriangular(lower, b): {Sizes("lower", lower)}, {Sizes("b", b)}.");
        var solutions = new double[b.Rows * b.Columns];
        if (transpose)
        {
            TriangularSolve.LowerTransposed(lower.AsSpan(), b.Rows, b.Columns, b.AsSpan(), solutions);
        }
        else
        {
            TriangularSolve.Lower(lower.AsSpan(), b.Rows, b.Columns, b.AsSpan(), solutions);
        }

        return Matrix.Wrap(b.Rows, b.Columns, solutions);
    }

    /// <summary>The x of A x = b for any regular square matrix.</summary>
    /// <exception cref="ArgumentException">
    /// The matrix is not square, or singular to working precision, or <paramref name="b"/> has another length.
    /// </exception>
    public static Vector Solve(Matrix a, Vector b)
    {
        Require(a.Rows == a.Columns && b.Length == a.Rows, $"Solve(a, b): {Sizes("a", a)}, b has {b.Length} elements.");
        return Vector.Wrap(Solutions(a, 1, b.AsSpan(), nameof(Solve)));
    }

    /// <summary>The X of A X = B for any regular square matrix: a column for each column of <paramref name="b"/>.</summary>
    /// <inheritdoc cref="Solve(Matrix, Vector)"/>
    public static Matrix Solve(Matrix a, Matrix b)
    {
        Require(a.Rows == a.Columns && b.Rows == a.Rows, $"Solve(a, b): {Sizes("a", a)}, {Sizes("b", b)}.");
        return Matrix.Wrap(b.Rows, b.Columns, Solutions(a, b.Columns, b.AsSpan(), nameof(Solve)));
    }

    /// <summary>The inverse of a regular square matrix. To solve equations, <see cref="Solve(Matrix, Vector)"/> is faster and more accurate.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, or singular to working precision.</exception>
    public static Matrix Inverse(Matrix a)
    {
        RequireSquare(a, nameof(Inverse));
        return Matrix.Wrap(a.Rows, a.Rows, Solutions(a, a.Rows, Identity(a.Rows).AsSpan(), nameof(Inverse)));
    }

    /// <summary>The logarithm of the determinant of a symmetric positive definite matrix: 2 Σ log Lᵢᵢ of its Cholesky factor.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, or not positive definite; the message names the row.</exception>
    public static double LogDeterminant(Matrix a) => 2 * Sum(Log(Diagonal(CholeskyFactor(a, nameof(LogDeterminant)))));

    private static Matrix CholeskyFactor(Matrix a, string function)
    {
        RequireSquare(a, function);
        var factor = new double[a.Rows * a.Rows];
        return Numerics.Cholesky.Factor(a.AsSpan(), a.Rows, factor, out var badPivot)
            ? Matrix.Wrap(a.Rows, a.Rows, factor)
            : throw new ArgumentException(
                $"{function}(a): a, {a.Rows} by {a.Rows}, is not positive definite: the pivot in row {badPivot}, counted from 0, is not positive and finite.");
    }

    private static double[] Solutions(Matrix a, int columns, ReadOnlySpan<double> sides, string function)
    {
        var (factors, pivots, solutions) = (new double[a.Rows * a.Rows], new int[a.Rows], new double[sides.Length]);
        if (!Lu.Factor(a.AsSpan(), a.Rows, factors, pivots, out var badPivot))
        {
            throw new ArgumentException(
                $"{function}: a, {a.Rows} by {a.Rows}, is singular: column {badPivot}, counted from 0, has no pivot that is not zero and finite.");
        }

        Lu.Solve(factors, pivots, a.Rows, columns, sides, solutions);
        return solutions;
    }

    private static void RequireSquare(Matrix a, string function) => Require(a.Rows == a.Columns, $"{function}(a): {Sizes("a", a)}, not square.");

    private static string Sizes(string name, Matrix matrix) => $"{name} is {matrix.Rows} by {matrix.Columns}";
}
