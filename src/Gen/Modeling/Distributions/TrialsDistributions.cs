using System.Runtime.CompilerServices;

namespace Gen;

// Distributions of probabilities and trials.
public static partial class Modeling
{
    /// <summary>
    /// The beta distribution with shapes <paramref name="alpha"/> and <paramref name="beta"/>, or mean <paramref name="mu"/> and standard
    /// deviation <paramref name="sigma"/>, or mean and concentration <paramref name="nu"/> = alpha + beta.
    /// </summary>
    /// <remarks>It takes (alpha, beta) or (mu, sigma) or (mu, nu).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Beta(
        double alpha = Unspecified, double beta = Unspecified, double mu = Unspecified, double sigma = Unspecified, double nu = Unspecified)
        => Scalar(Families.Beta, alpha, beta, mu, sigma, nu);

    /// <inheritdoc cref="Beta(double, double, double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Beta(
        VectorArgument alpha = default, VectorArgument beta = default,
        VectorArgument mu = default, VectorArgument sigma = default, VectorArgument nu = default)
        => Along(Families.Beta, alpha, beta, mu, sigma, nu);

    /// <inheritdoc cref="Beta(double, double, double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Beta(
        MatrixArgument alpha = default, MatrixArgument beta = default,
        MatrixArgument mu = default, MatrixArgument sigma = default, MatrixArgument nu = default)
        => Over(Families.Beta, alpha, beta, mu, sigma, nu);

    /// <summary>One trial that is 1 with probability <paramref name="p"/>, else 0; <paramref name="logitP"/> is log(p / (1 − p)).</summary>
    /// <remarks>It takes (p) or (logitP).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Bernoulli(double p = Unspecified, double logitP = Unspecified) => Scalar(Families.Bernoulli, p, logitP);

    /// <inheritdoc cref="Bernoulli(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Bernoulli(VectorArgument p = default, VectorArgument logitP = default) => Along(Families.Bernoulli, p, logitP);

    /// <inheritdoc cref="Bernoulli(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Bernoulli(MatrixArgument p = default, MatrixArgument logitP = default) => Over(Families.Bernoulli, p, logitP);

    /// <summary>
    /// The number of successes in <paramref name="n"/> independent trials that succeed with probability <paramref name="p"/>; <paramref
    /// name="logitP"/> is log(p / (1 − p)).
    /// </summary>
    /// <remarks>It takes (n, p) or (n, logitP).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Binomial(
        double n = Unspecified, double p = Unspecified, double logitP = Unspecified)
        => Scalar(Families.Binomial, n, p, logitP);

    /// <inheritdoc cref="Binomial(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Binomial(
        VectorArgument n = default, VectorArgument p = default, VectorArgument logitP = default)
        => Along(Families.Binomial, n, p, logitP);

    /// <inheritdoc cref="Binomial(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Binomial(
        MatrixArgument n = default, MatrixArgument p = default, MatrixArgument logitP = default)
        => Over(Families.Binomial, n, p, logitP);

    /// <summary>
    /// The number of successes in <paramref name="n"/> trials whose common probability is a beta variate with shapes <paramref name="alpha"/> and
    /// <paramref name="beta"/>.
    /// </summary>
    /// <remarks>It takes (n, alpha, beta).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate BetaBinomial(double n = Unspecified, double alpha = Unspecified, double beta = Unspecified)
        => Scalar(Families.BetaBinomial, n, alpha, beta);

    /// <inheritdoc cref="BetaBinomial(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> BetaBinomial(VectorArgument n = default, VectorArgument alpha = default, VectorArgument beta = default)
        => Along(Families.BetaBinomial, n, alpha, beta);

    /// <inheritdoc cref="BetaBinomial(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> BetaBinomial(MatrixArgument n = default, MatrixArgument alpha = default, MatrixArgument beta = default)
        => Over(Families.BetaBinomial, n, alpha, beta);
}
