using System.Runtime.CompilerServices;

namespace Gen;

// Distributions of positive numbers.
public static partial class Modeling
{
    /// <summary>
    /// The absolute value of a normal with mean 0 and standard deviation <paramref name="sigma"/>, or precision <paramref name="tau"/> = 1 /
    /// sigma².
    /// </summary>
    /// <remarks>It takes (sigma = 1) or (tau).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate HalfNormal(double sigma = Unspecified, double tau = Unspecified) => Scalar(Families.HalfNormal, sigma, tau);

    /// <inheritdoc cref="HalfNormal(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> HalfNormal(
        VectorArgument sigma = default, VectorArgument tau = default)
        => Along(Families.HalfNormal, sigma, tau);

    /// <inheritdoc cref="HalfNormal(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> HalfNormal(
        MatrixArgument sigma = default, MatrixArgument tau = default)
        => Over(Families.HalfNormal, sigma, tau);

    /// <summary>The absolute value of a Cauchy with location 0 and scale <paramref name="beta"/>.</summary>
    /// <remarks>It takes (beta = 1).</remarks>
    public static Univariate HalfCauchy(double beta = 1) => Scalar(Families.HalfCauchy, beta);

    /// <inheritdoc cref="HalfCauchy(double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> HalfCauchy(VectorArgument beta = default) => Along(Families.HalfCauchy, beta);

    /// <inheritdoc cref="HalfCauchy(double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> HalfCauchy(MatrixArgument beta = default) => Over(Families.HalfCauchy, beta);

    /// <summary>
    /// The exponential of a normal with mean <paramref name="mu"/> and standard deviation <paramref name="sigma"/>, or precision <paramref
    /// name="tau"/> = 1 / sigma².
    /// </summary>
    /// <remarks>It takes (mu = 0, sigma = 1) or (mu = 0, tau).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate LogNormal(
        double mu = 0, double sigma = Unspecified, double tau = Unspecified)
        => Scalar(Families.LogNormal, mu, sigma, tau);

    /// <inheritdoc cref="LogNormal(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> LogNormal(
        VectorArgument mu = default, VectorArgument sigma = default, VectorArgument tau = default)
        => Along(Families.LogNormal, mu, sigma, tau);

    /// <inheritdoc cref="LogNormal(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> LogNormal(
        MatrixArgument mu = default, MatrixArgument sigma = default, MatrixArgument tau = default)
        => Over(Families.LogNormal, mu, sigma, tau);

    /// <summary>
    /// The gamma distribution with shape <paramref name="alpha"/> and rate <paramref name="beta"/>, or mean <paramref name="mu"/> and standard
    /// deviation <paramref name="sigma"/>.
    /// </summary>
    /// <remarks>It takes (alpha, beta) or (mu, sigma).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Gamma(
        double alpha = Unspecified, double beta = Unspecified, double mu = Unspecified, double sigma = Unspecified)
        => Scalar(Families.Gamma, alpha, beta, mu, sigma);

    /// <inheritdoc cref="Gamma(double, double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Gamma(
        VectorArgument alpha = default, VectorArgument beta = default, VectorArgument mu = default, VectorArgument sigma = default)
        => Along(Families.Gamma, alpha, beta, mu, sigma);

    /// <inheritdoc cref="Gamma(double, double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Gamma(
        MatrixArgument alpha = default, MatrixArgument beta = default, MatrixArgument mu = default, MatrixArgument sigma = default)
        => Over(Families.Gamma, alpha, beta, mu, sigma);

    /// <summary>
    /// The inverse gamma distribution with shape <paramref name="alpha"/> and scale <paramref name="beta"/>, or mean <paramref name="mu"/> and
    /// standard deviation <paramref name="sigma"/>.
    /// </summary>
    /// <remarks>It takes (alpha, beta) or (mu, sigma).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate InverseGamma(
        double alpha = Unspecified, double beta = Unspecified, double mu = Unspecified, double sigma = Unspecified)
        => Scalar(Families.InverseGamma, alpha, beta, mu, sigma);

    /// <inheritdoc cref="InverseGamma(double, double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> InverseGamma(
        VectorArgument alpha = default, VectorArgument beta = default, VectorArgument mu = default, VectorArgument sigma = default)
        => Along(Families.InverseGamma, alpha, beta, mu, sigma);

    /// <inheritdoc cref="InverseGamma(double, double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> InverseGamma(
        MatrixArgument alpha = default, MatrixArgument beta = default, MatrixArgument mu = default, MatrixArgument sigma = default)
        => Over(Families.InverseGamma, alpha, beta, mu, sigma);

    /// <summary>The exponential distribution with rate <paramref name="lam"/>, or <paramref name="scale"/> (the mean) = 1 / lam.</summary>
    /// <remarks>It takes (lam) or (scale).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Exponential(double lam = Unspecified, double scale = Unspecified) => Scalar(Families.Exponential, lam, scale);

    /// <inheritdoc cref="Exponential(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Exponential(
        VectorArgument lam = default, VectorArgument scale = default)
        => Along(Families.Exponential, lam, scale);

    /// <inheritdoc cref="Exponential(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Exponential(
        MatrixArgument lam = default, MatrixArgument scale = default)
        => Over(Families.Exponential, lam, scale);

    /// <summary>The Weibull distribution with shape <paramref name="alpha"/> and scale <paramref name="beta"/>.</summary>
    /// <remarks>It takes (alpha, beta).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate Weibull(double alpha = Unspecified, double beta = Unspecified) => Scalar(Families.Weibull, alpha, beta);

    /// <inheritdoc cref="Weibull(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Weibull(VectorArgument alpha = default, VectorArgument beta = default)
        => Along(Families.Weibull, alpha, beta);

    /// <inheritdoc cref="Weibull(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Weibull(MatrixArgument alpha = default, MatrixArgument beta = default) => Over(Families.Weibull, alpha, beta);

    /// <summary>The Pareto distribution of numbers from <paramref name="m"/>, whose tail falls as the power −<paramref name="alpha"/>.</summary>
    /// <remarks>It takes (alpha, m).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate Pareto(double alpha = Unspecified, double m = Unspecified) => Scalar(Families.Pareto, alpha, m);

    /// <inheritdoc cref="Pareto(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Pareto(VectorArgument alpha = default, VectorArgument m = default) => Along(Families.Pareto, alpha, m);

    /// <inheritdoc cref="Pareto(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Pareto(MatrixArgument alpha = default, MatrixArgument m = default) => Over(Families.Pareto, alpha, m);

    /// <summary>The sum of the squares of <paramref name="nu"/> independent standard normal variates, for any positive nu.</summary>
    /// <remarks>It takes (nu).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate ChiSquared(double nu = Unspecified) => Scalar(Families.ChiSquared, nu);

    /// <inheritdoc cref="ChiSquared(double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> ChiSquared(VectorArgument nu = default) => Along(Families.ChiSquared, nu);

    /// <inheritdoc cref="ChiSquared(double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> ChiSquared(MatrixArgument nu = default) => Over(Families.ChiSquared, nu);

    /// <summary>
    /// The absolute value of Student's t with <paramref name="nu"/> degrees of freedom, location 0 and scale <paramref name="sigma"/>, or
    /// <paramref name="lam"/> = 1 / sigma².
    /// </summary>
    /// <remarks>It takes (nu, sigma = 1) or (nu, lam).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate HalfStudentT(double nu = Unspecified, double sigma = Unspecified, double lam = Unspecified)
        => Scalar(Families.HalfStudentT, nu, sigma, lam);

    /// <inheritdoc cref="HalfStudentT(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> HalfStudentT(VectorArgument nu = default, VectorArgument sigma = default, VectorArgument lam = default)
        => Along(Families.HalfStudentT, nu, sigma, lam);

    /// <inheritdoc cref="HalfStudentT(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> HalfStudentT(MatrixArgument nu = default, MatrixArgument sigma = default, MatrixArgument lam = default)
        => Over(Families.HalfStudentT, nu, sigma, lam);
}
