using System;
using System.Runtime.CompilerServices;

namespace Gen;

// Distributions of vectors of real numbers and of probabilities.
public static partial class Modeling
{
    /// <summary>The Dirichlet distribution of vectors of probabilities that sum to 1, with concentrations <paramref name="a"/>.</summary>
    public static Distribution<Vector> Dirichlet(Vector a) => new VectorVariate(new DirichletVariates(a));

    /// <summary>Independent rows, each of which has the Dirichlet distribution with the concentrations in that row of <paramref name="a"/>.</summary>
    public static Distribution<Matrix> Dirichlet(Matrix a) => InRows(new DirichletVariates(a));

    /// <summary>
    /// The multivariate normal distribution with mean <paramref name="mu"/> and covariance <paramref name="cov"/>, or its inverse, the precision
    /// matrix <paramref name="tau"/>, or its lower Cholesky factor <paramref name="chol"/> (cov = chol · cholᵀ).
    /// </summary>
    /// <remarks>It takes (mu, cov) or (mu, tau) or (mu, chol); a number for mu is the mean of every element.</remarks>
    /// <exception cref="ArgumentException">The arguments are not one of these sets, or their shapes differ.</exception>
    public static Distribution<Vector> MvNormal(VectorArgument mu, Matrix? cov = null, Matrix? tau = null, Matrix? chol = null)
    {
        var (set, matrix) = MvNormalMatrix(cov, tau, chol);
        return new VectorVariate(JointlyNormal(set, mu.Length < 0 ? Full(matrix.Rows, mu[0]) : new Vector(mu.Values), matrix));
    }

    /// <summary>Independent rows, each of which has the multivariate normal distribution with the mean in that row of <paramref name="mu"/>.</summary>
    /// <inheritdoc cref="MvNormal(VectorArgument, Matrix?, Matrix?, Matrix?)" path="/remarks|/exception"/>
    public static Distribution<Matrix> MvNormal(Matrix mu, Matrix? cov = null, Matrix? tau = null, Matrix? chol = null)
    {
        var (set, matrix) = MvNormalMatrix(cov, tau, chol);
        return InRows(JointlyNormal(set, mu, matrix));
    }

    /// <summary>How often each category occurs in <paramref name="n"/> trials in which they have the probabilities <paramref name="p"/>.</summary>
    public static Distribution<Vector> Multinomial(double n, Vector p) => new VectorVariate(new MultinomialVariates(Column([n]), p));

    /// <summary>Independent rows of counts: as many trials for each as <paramref name="n"/> says, all with the probabilities <paramref name="p"/>.</summary>
    [OverloadResolutionPriority(-1)]
    public static Distribution<Matrix> Multinomial(Vector n, Vector p) => InRows(new MultinomialVariates(Column(n), p));

    /// <summary>
    /// Independent rows of counts, each with the probabilities in that row of <paramref name="p"/>, and as many trials as <paramref name="n"/> says: one
    /// number for all, or one for each.
    /// </summary>
    /// <exception cref="ArgumentException">n has not an element for each row of p.</exception>
    public static Distribution<Matrix> Multinomial(VectorArgument n, Matrix p)
    {
        ArgumentNullException.ThrowIfNull(p);
        Require(n.Length < 0 || n.Length == p.Rows, $"Multinomial: n has {n.Length} elements, p has {p.Rows} rows.");
        return InRows(new MultinomialVariates(Column(n.Length < 0 ? [n[0]] : new Vector(n.Values)), p));
    }

    private static MatrixVariate InRows(JointVariates variates) => new(variates, variates.Count, variates.Size);

    private static (MvNormalSet Set, Matrix Matrix) MvNormalMatrix(Matrix? cov, Matrix? tau, Matrix? chol)
    {
        (MvNormalSet Set, Matrix? Matrix)[] arguments = [(MvNormalSet.Covariance, cov), (MvNormalSet.Precision, tau), (MvNormalSet.Factor, chol)];
        var given = Array.FindAll(arguments, argument => argument.Matrix is not null);
        return given is [({ } set, { } matrix)] ? (set, matrix) : throw new ArgumentException(
            $"MvNormal takes (mu, cov) or (mu, tau) or (mu, chol); it was given mu{string.Concat(Array.ConvertAll(given, own => $" and {own.Set.Matrix}"))}.");
    }

    private static MvNormalVariates JointlyNormal(MvNormalSet set, Rows mu, Matrix matrix)
    {
        Require(
            matrix.Rows == mu.Length && matrix.Columns == mu.Length,
            $"MvNormal: mu has {mu.Length} elements, {set.Matrix} is {matrix.Rows} by {matrix.Columns}.");
        return new MvNormalVariates(set, mu, matrix);
    }

    private static Matrix Column(Vector values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Matrix.Wrap(values.Length, 1, values.Owned);
    }

    private static Vector Full(int length, double value)
    {
        var values = new double[length];
        Array.Fill(values, value);
        return Vector.Wrap(values);
    }
}
