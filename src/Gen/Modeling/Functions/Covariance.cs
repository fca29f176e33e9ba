using System;

namespace Gen;

// Covariance functions of Gaussian processes over points on a line. Every body is in the language itself: an element is an expression of its two points.
public static partial class Modeling
{
    /// <summary>
    /// The exponentiated quadratic covariance of every pair of points, α² exp(−½ (xᵢ − xⱼ)² / ℓ²): also called squared exponential, or radial basis.
    /// </summary>
    /// <param name="x">The points.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, in the units of <paramref name="x"/>.</param>
    /// <remarks>
    /// Stan Functions Reference, gp_exp_quad_cov. Nothing is added to the diagonal: for its Cholesky factor add some, as in
    /// <c>ExpQuad(x, alpha, length) + 1e-9 * Identity(x.Length)</c>.
    /// </remarks>
    public static Matrix ExpQuad(Vector x, double alpha, double length) => ExpQuad(x, x, alpha, length);

    /// <summary>The same for every pair of a point of <paramref name="x1"/>, along rows, and one of <paramref name="x2"/>, along columns.</summary>
    /// <inheritdoc cref="ExpQuad(Vector, double, double)"/>
    public static Matrix ExpQuad(Vector x1, Vector x2, double alpha, double length)
    {
        var covariance = new Matrix(x1.Length, x2.Length);
        for (var i = 0; i < x1.Length; i++)
        {
            for (var j = 0; j < x2.Length; j++)
            {
                covariance[i, j] = Square(alpha) * Exp(-0.5 * Square((x1[i] - x2[j]) / length));
            }
        }

        return covariance;
    }

    /// <summary>The Matérn covariance with smoothness 3/2 of every pair of points, α² (1 + √3 d/ℓ) exp(−√3 d/ℓ) with d = |xᵢ − xⱼ|.</summary>
    /// <param name="x">The points.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, in the units of <paramref name="x"/>.</param>
    /// <remarks>Stan Functions Reference, gp_matern32_cov.</remarks>
    public static Matrix Matern32(Vector x, double alpha, double length) => Matern32(x, x, alpha, length);

    /// <summary>The same for every pair of a point of <paramref name="x1"/>, along rows, and one of <paramref name="x2"/>, along columns.</summary>
    /// <inheritdoc cref="Matern32(Vector, double, double)"/>
    public static Matrix Matern32(Vector x1, Vector x2, double alpha, double length)
    {
        var covariance = new Matrix(x1.Length, x2.Length);
        for (var i = 0; i < x1.Length; i++)
        {
            for (var j = 0; j < x2.Length; j++)
            {
                var r = Sqrt(3) * Abs(x1[i] - x2[j]) / length;
                covariance[i, j] = Square(alpha) * (1 + r) * Exp(-r);
            }
        }

        return covariance;
    }

    /// <summary>
    /// The Matérn covariance with smoothness 5/2 of every pair of points, α² (1 + √5 d/ℓ + 5/3 d²/ℓ²) exp(−√5 d/ℓ) with d = |xᵢ − xⱼ|.
    /// </summary>
    /// <param name="x">The points.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, in the units of <paramref name="x"/>.</param>
    /// <remarks>Stan Functions Reference, gp_matern52_cov.</remarks>
    public static Matrix Matern52(Vector x, double alpha, double length) => Matern52(x, x, alpha, length);

    /// <summary>The same for every pair of a point of <paramref name="x1"/>, along rows, and one of <paramref name="x2"/>, along columns.</summary>
    /// <inheritdoc cref="Matern52(Vector, double, double)"/>
    public static Matrix Matern52(Vector x1, Vector x2, double alpha, double length)
    {
        var covariance = new Matrix(x1.Length, x2.Length);
        for (var i = 0; i < x1.Length; i++)
        {
            for (var j = 0; j < x2.Length; j++)
            {
                var r = Sqrt(5) * Abs(x1[i] - x2[j]) / length;
                covariance[i, j] = Square(alpha) * (1 + r + Square(r) / 3) * Exp(-r);
            }
        }

        return covariance;
    }

    /// <summary>The periodic covariance of every pair of points, α² exp(−2 sin²(π (xᵢ − xⱼ) / p) / ℓ²).</summary>
    /// <param name="x">The points.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, relative to a period: it has no units.</param>
    /// <param name="period">The period p, in the units of <paramref name="x"/>.</param>
    /// <remarks>Stan Functions Reference, gp_periodic_cov.</remarks>
    public static Matrix Periodic(Vector x, double alpha, double length, double period) => Periodic(x, x, alpha, length, period);

    /// <summary>The same for every pair of a point of <paramref name="x1"/>, along rows, and one of <paramref name="x2"/>, along columns.</summary>
    /// <inheritdoc cref="Periodic(Vector, double, double, double)"/>
    public static Matrix Periodic(Vector x1, Vector x2, double alpha, double length, double period)
    {
        var covariance = new Matrix(x1.Length, x2.Length);
        for (var i = 0; i < x1.Length; i++)
        {
            for (var j = 0; j < x2.Length; j++)
            {
                covariance[i, j] = Square(alpha) * Exp(-2 * Square(Sin(Math.PI * (x1[i] - x2[j]) / period) / length));
            }
        }

        return covariance;
    }
}
