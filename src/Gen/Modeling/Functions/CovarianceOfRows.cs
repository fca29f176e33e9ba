using System;

namespace Gen;

// Covariance functions of Gaussian processes over points in space, which are the rows of a matrix; distances are Euclidean.
public static partial class Modeling
{
    /// <summary>The exponentiated quadratic covariance of every pair of rows, α² exp(−½ |xᵢ − xⱼ|² / ℓ²).</summary>
    /// <param name="x">A point in each row.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, in the units of <paramref name="x"/>; for a scale per column divide <paramref name="x"/> by them.</param>
    /// <remarks>Stan Functions Reference, gp_exp_quad_cov.</remarks>
    public static Matrix ExpQuad(Matrix x, double alpha, double length) => ExpQuad(x, x, alpha, length);

    /// <summary>The same for every pair of a row of <paramref name="x1"/> and one of <paramref name="x2"/>.</summary>
    /// <inheritdoc cref="ExpQuad(Matrix, double, double)"/>
    /// <exception cref="ArgumentException">The points have not as many coordinates.</exception>
    public static Matrix ExpQuad(Matrix x1, Matrix x2, double alpha, double length)
    {
        RequireSameColumns(x1, x2, nameof(ExpQuad));
        var covariance = new Matrix(x1.Rows, x2.Rows);
        for (var i = 0; i < x1.Rows; i++)
        {
            for (var j = 0; j < x2.Rows; j++)
            {
                covariance[i, j] = Square(alpha) * Exp(-0.5 * SquaredDistance(x1, i, x2, j) / Square(length));
            }
        }

        return covariance;
    }

    /// <summary>The Matérn covariance with smoothness 3/2 of every pair of rows, α² (1 + √3 d/ℓ) exp(−√3 d/ℓ).</summary>
    /// <param name="x">A point in each row.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, in the units of <paramref name="x"/>.</param>
    /// <remarks>Stan Functions Reference, gp_matern32_cov.</remarks>
    public static Matrix Matern32(Matrix x, double alpha, double length) => Matern32(x, x, alpha, length);

    /// <summary>The same for every pair of a row of <paramref name="x1"/> and one of <paramref name="x2"/>.</summary>
    /// <inheritdoc cref="Matern32(Matrix, double, double)"/>
    /// <exception cref="ArgumentException">The points have not as many coordinates.</exception>
    public static Matrix Matern32(Matrix x1, Matrix x2, double alpha, double length)
    {
        RequireSameColumns(x1, x2, nameof(Matern32));
        var covariance = new Matrix(x1.Rows, x2.Rows);
        for (var i = 0; i < x1.Rows; i++)
        {
            for (var j = 0; j < x2.Rows; j++)
            {
                var r = Sqrt(3) * Distance(x1, i, x2, j) / length;
                covariance[i, j] = Square(alpha) * (1 + r) * Exp(-r);
            }
        }

        return covariance;
    }

    /// <summary>The Matérn covariance with smoothness 5/2 of every pair of rows, α² (1 + √5 d/ℓ + 5/3 d²/ℓ²) exp(−√5 d/ℓ).</summary>
    /// <param name="x">A point in each row.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, in the units of <paramref name="x"/>.</param>
    /// <remarks>Stan Functions Reference, gp_matern52_cov.</remarks>
    public static Matrix Matern52(Matrix x, double alpha, double length) => Matern52(x, x, alpha, length);

    /// <summary>The same for every pair of a row of <paramref name="x1"/> and one of <paramref name="x2"/>.</summary>
    /// <inheritdoc cref="Matern52(Matrix, double, double)"/>
    /// <exception cref="ArgumentException">The points have not as many coordinates.</exception>
    public static Matrix Matern52(Matrix x1, Matrix x2, double alpha, double length)
    {
        RequireSameColumns(x1, x2, nameof(Matern52));
        var covariance = new Matrix(x1.Rows, x2.Rows);
        for (var i = 0; i < x1.Rows; i++)
        {
            for (var j = 0; j < x2.Rows; j++)
            {
                var r = Sqrt(5) * Distance(x1, i, x2, j) / length;
                covariance[i, j] = Square(alpha) * (1 + r + Square(r) / 3) * Exp(-r);
            }
        }

        return covariance;
    }

    /// <summary>The periodic covariance of every pair of rows, α² exp(−2 sin²(π d / p) / ℓ²).</summary>
    /// <param name="x">A point in each row.</param>
    /// <param name="alpha">The standard deviation of the process at a point.</param>
    /// <param name="length">The length scale ℓ, relative to a period: it has no units.</param>
    /// <param name="period">The period p, in the units of <paramref name="x"/>.</param>
    /// <remarks>Stan Functions Reference, gp_periodic_cov.</remarks>
    public static Matrix Periodic(Matrix x, double alpha, double length, double period) => Periodic(x, x, alpha, length, period);

    /// <summary>The same for every pair of a row of <paramref name="x1"/> and one of <paramref name="x2"/>.</summary>
    /// <inheritdoc cref="Periodic(Matrix, double, double, double)"/>
    /// <exception cref="ArgumentException">The points have not as many coordinates.</exception>
    public static Matrix Periodic(Matrix x1, Matrix x2, double alpha, double length, double period)
    {
        RequireSameColumns(x1, x2, nameof(Periodic));
        var covariance = new Matrix(x1.Rows, x2.Rows);
        for (var i = 0; i < x1.Rows; i++)
        {
            for (var j = 0; j < x2.Rows; j++)
            {
                covariance[i, j] = Square(alpha) * Exp(-2 * Square(Sin(Math.PI * Distance(x1, i, x2, j) / period) / length));
            }
        }

        return covariance;
    }

    // The root of 0 has no derivative; that of a constant too small to matter has: 0, which is the derivative of these covariances there.
    private static double Distance(Matrix x1, int i, Matrix x2, int j) => Sqrt(Max(SquaredDistance(x1, i, x2, j), 1e-300));

    private static double SquaredDistance(Matrix x1, int i, Matrix x2, int j)
    {
        var sum = 0.0;
        for (var k = 0; k < x1.Columns; k++)
        {
            sum += Square(x1[i, k] - x2[j, k]);
        }

        return sum;
    }

    private static void RequireSameColumns(Matrix x1, Matrix x2, string function) =>
        Require(x1.Columns == x2.Columns, $"{function}(x1, x2): x1 has {x1.Columns} columns, x2 has {x2.Columns}.");
}
