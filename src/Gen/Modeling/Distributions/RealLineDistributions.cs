using System.Runtime.CompilerServices;

namespace Gen;

// Distributions on the real line and on intervals.
public static partial class Modeling
{
    /// <summary>
    /// The normal distribution with mean <paramref name="mu"/> and standard deviation <paramref name="sigma"/>, or precision <paramref
    /// name="tau"/> = 1 / sigma².
    /// </summary>
    /// <remarks>It takes (mu = 0, sigma = 1) or (mu = 0, tau).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Normal(double mu = 0, double sigma = Unspecified, double tau = Unspecified) => Scalar(Families.Normal, mu, sigma, tau);

    /// <inheritdoc cref="Normal(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Normal(
        VectorArgument mu = default, VectorArgument sigma = default, VectorArgument tau = default)
        => Along(Families.Normal, mu, sigma, tau);

    /// <inheritdoc cref="Normal(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Normal(
        MatrixArgument mu = default, MatrixArgument sigma = default, MatrixArgument tau = default)
        => Over(Families.Normal, mu, sigma, tau);

    /// <summary>
    /// Student's t with <paramref name="nu"/> degrees of freedom, location <paramref name="mu"/> and scale <paramref name="sigma"/>, or
    /// <paramref name="lam"/> = 1 / sigma².
    /// </summary>
    /// <remarks>It takes (nu, mu = 0, sigma = 1) or (nu, mu = 0, lam).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate StudentT(
        double nu = Unspecified, double mu = 0, double sigma = Unspecified, double lam = Unspecified)
        => Scalar(Families.StudentT, nu, mu, sigma, lam);

    /// <inheritdoc cref="StudentT(double, double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> StudentT(
        VectorArgument nu = default, VectorArgument mu = default, VectorArgument sigma = default, VectorArgument lam = default)
        => Along(Families.StudentT, nu, mu, sigma, lam);

    /// <inheritdoc cref="StudentT(double, double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> StudentT(
        MatrixArgument nu = default, MatrixArgument mu = default, MatrixArgument sigma = default, MatrixArgument lam = default)
        => Over(Families.StudentT, nu, mu, sigma, lam);

    /// <summary>The Cauchy distribution with location <paramref name="alpha"/> and scale <paramref name="beta"/>.</summary>
    /// <remarks>It takes (alpha = 0, beta = 1).</remarks>
    public static Univariate Cauchy(double alpha = 0, double beta = 1) => Scalar(Families.Cauchy, alpha, beta);

    /// <inheritdoc cref="Cauchy(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Cauchy(VectorArgument alpha = default, VectorArgument beta = default) => Along(Families.Cauchy, alpha, beta);

    /// <inheritdoc cref="Cauchy(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Cauchy(MatrixArgument alpha = default, MatrixArgument beta = default) => Over(Families.Cauchy, alpha, beta);

    /// <summary>The uniform distribution between <paramref name="lower"/> and <paramref name="upper"/>.</summary>
    /// <remarks>It takes (lower = 0, upper = 1).</remarks>
    public static Univariate Uniform(double lower = 0, double upper = 1) => Scalar(Families.Uniform, lower, upper);

    /// <inheritdoc cref="Uniform(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Uniform(
        VectorArgument lower = default, VectorArgument upper = default)
        => Along(Families.Uniform, lower, upper);

    /// <inheritdoc cref="Uniform(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Uniform(
        MatrixArgument lower = default, MatrixArgument upper = default)
        => Over(Families.Uniform, lower, upper);

    /// <summary>The Laplace (double exponential) distribution with location <paramref name="mu"/> and scale <paramref name="b"/>.</summary>
    /// <remarks>It takes (mu, b).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate Laplace(double mu = Unspecified, double b = Unspecified) => Scalar(Families.Laplace, mu, b);

    /// <inheritdoc cref="Laplace(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Laplace(VectorArgument mu = default, VectorArgument b = default) => Along(Families.Laplace, mu, b);

    /// <inheritdoc cref="Laplace(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Laplace(MatrixArgument mu = default, MatrixArgument b = default) => Over(Families.Laplace, mu, b);

    /// <summary>The logistic distribution with location <paramref name="mu"/> and scale <paramref name="s"/>.</summary>
    /// <remarks>It takes (mu = 0, s = 1).</remarks>
    public static Univariate Logistic(double mu = 0, double s = 1) => Scalar(Families.Logistic, mu, s);

    /// <inheritdoc cref="Logistic(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Logistic(VectorArgument mu = default, VectorArgument s = default) => Along(Families.Logistic, mu, s);

    /// <inheritdoc cref="Logistic(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Logistic(MatrixArgument mu = default, MatrixArgument s = default) => Over(Families.Logistic, mu, s);

    /// <summary>
    /// The Gumbel distribution of greatest values with location (mode) <paramref name="mu"/> and scale <paramref name="beta"/>.
    /// </summary>
    /// <remarks>It takes (mu, beta).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate Gumbel(double mu = Unspecified, double beta = Unspecified) => Scalar(Families.Gumbel, mu, beta);

    /// <inheritdoc cref="Gumbel(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Gumbel(VectorArgument mu = default, VectorArgument beta = default) => Along(Families.Gumbel, mu, beta);

    /// <inheritdoc cref="Gumbel(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Gumbel(MatrixArgument mu = default, MatrixArgument beta = default) => Over(Families.Gumbel, mu, beta);

    /// <summary>
    /// The skew-normal distribution with location <paramref name="mu"/>, scale <paramref name="sigma"/>, or <paramref name="tau"/> = 1 / sigma²,
    /// and shape <paramref name="alpha"/>; normal when that is 0.
    /// </summary>
    /// <remarks>It takes (mu = 0, sigma = 1, alpha = 1) or (mu = 0, tau, alpha = 1).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate SkewNormal(double mu = 0, double sigma = Unspecified, double alpha = 1, double tau = Unspecified)
        => Scalar(Families.SkewNormal, mu, sigma, alpha, tau);

    /// <inheritdoc cref="SkewNormal(double, double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> SkewNormal(
        VectorArgument mu = default, VectorArgument sigma = default, VectorArgument alpha = default, VectorArgument tau = default)
        => Along(Families.SkewNormal, mu, sigma, alpha, tau);

    /// <inheritdoc cref="SkewNormal(double, double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> SkewNormal(
        MatrixArgument mu = default, MatrixArgument sigma = default, MatrixArgument alpha = default, MatrixArgument tau = default)
        => Over(Families.SkewNormal, mu, sigma, alpha, tau);
}
