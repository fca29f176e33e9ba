using System;

namespace Gen;

// Distributions on sets: factors of correlations and covariances, and directions.
public static partial class Modeling
{
    /// <summary>
    /// Lower Cholesky factors L of <paramref name="n"/> by <paramref name="n"/> correlation matrices R = L Lᵀ with density proportional to
    /// |R|^(<paramref name="eta"/> − 1): uniform over correlation matrices at eta = 1, closer to the identity above.
    /// </summary>
    /// <remarks>
    /// Lewandowski, Kurowicka and Joe (2009). The covariance of elements with standard deviations s has the factor diag(s) · L.
    /// </remarks>
    public static Distribution<Matrix> LkjCholesky(Dim n, double eta)
    {
        ArgumentNullException.ThrowIfNull(n);
        return new MatrixVariate(new LkjCholeskyVariates(n, eta), n, n);
    }

    /// <summary>
    /// Lower Cholesky factors L of matrices L Lᵀ that have the Wishart distribution with <paramref name="nu"/> degrees of freedom and the scale matrix
    /// <paramref name="scale"/>, or its lower Cholesky factor <paramref name="chol"/>: their mean is nu times the scale matrix.
    /// </summary>
    /// <remarks>It takes (nu, scale) or (nu, chol). The density is that of the factor, with respect to its elements on and below the diagonal.</remarks>
    /// <exception cref="ArgumentException">The arguments are not one of these sets, or the matrix is not square.</exception>
    public static Distribution<Matrix> WishartCholesky(double nu, Matrix? scale = null, Matrix? chol = null)
    {
        Require(
            (scale is null) != (chol is null),
            $"WishartCholesky takes (nu, scale) or (nu, chol); it was given {(scale is null ? "nu" : "nu and scale and chol")}.");
        var matrix = (scale ?? chol)!;
        Require(
            matrix.Rows == matrix.Columns,
            $"WishartCholesky: {(chol is null ? "scale" : "chol")} is {matrix.Rows} by {matrix.Columns}; it must be square.");
        return new MatrixVariate(new WishartCholeskyVariates(nu, matrix, chol is not null), matrix.Rows, matrix.Rows);
    }

    /// <summary>Vectors of <paramref name="n"/> elements and length 1 whose direction is uniform.</summary>
    public static Distribution<Vector> UnitVector(Dim n)
    {
        ArgumentNullException.ThrowIfNull(n);
        return new VectorVariate(new UnitVectorVariates(n));
    }
}
