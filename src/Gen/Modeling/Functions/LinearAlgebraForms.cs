using System;

namespace Gen;

// Diagonals and quadratic forms.
public static partial class Modeling
{
    /// <summary>The diagonal of a square matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static Vector Diagonal(Matrix a)
    {
        RequireSquare(a, nameof(Diagonal));
        var diagonal = new double[a.Rows];
        for (var i = 0; i < diagonal.Length; i++)
        {
            diagonal[i] = a[i, i];
        }

        return Vector.Wrap(diagonal);
    }

    /// <summary>The square matrix with <paramref name="diagonal"/> on its diagonal and zeros elsewhere.</summary>
    public static Matrix DiagonalMatrix(Vector diagonal)
    {
        var matrix = new Matrix(diagonal.Length, diagonal.Length);
        for (var i = 0; i < diagonal.Length; i++)
        {
            matrix[i, i] = diagonal[i];
        }

        return matrix;
    }

    /// <summary>xᵀ A x = Σᵢⱼ xᵢ Aᵢⱼ xⱼ. The matrix need not be symmetric.</summary>
    /// <exception cref="ArgumentException">The matrix is not square, or <paramref name="x"/> has another length.</exception>
    public static double QuadraticForm(Matrix a, Vector x)
    {
        Require(a.Rows == a.Columns && x.Length == a.Rows, $"QuadraticForm(a, x): {Sizes("a", a)}, x has {x.Length} elements.");
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * Inner(a.AsSpan().Slice(i * x.Length, x.Length), x.AsSpan());
        }

        return sum;
    }
}
