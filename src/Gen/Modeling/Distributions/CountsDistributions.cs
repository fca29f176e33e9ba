using System.Runtime.CompilerServices;

namespace Gen;

// Distributions of counts.
public static partial class Modeling
{
    /// <summary>The Poisson distribution with mean <paramref name="mu"/>, or <paramref name="logMu"/>, the logarithm of the mean.</summary>
    /// <remarks>It takes (mu) or (logMu).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate Poisson(double mu = Unspecified, double logMu = Unspecified) => Scalar(Families.Poisson, mu, logMu);

    /// <inheritdoc cref="Poisson(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Poisson(VectorArgument mu = default, VectorArgument logMu = default) => Along(Families.Poisson, mu, logMu);

    /// <inheritdoc cref="Poisson(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Poisson(MatrixArgument mu = default, MatrixArgument logMu = default) => Over(Families.Poisson, mu, logMu);

    /// <summary>
    /// The negative binomial with mean <paramref name="mu"/> and variance mu + mu² / <paramref name="alpha"/>, or the number of failures
    /// before the <paramref name="n"/>-th success, each trial succeeding with probability <paramref name="p"/>.
    /// </summary>
    /// <remarks>It takes (mu, alpha) or (n, p).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate NegativeBinomial(
        double mu = Unspecified, double alpha = Unspecified, double p = Unspecified, double n = Unspecified)
        => Scalar(Families.NegativeBinomial, mu, alpha, p, n);

    /// <inheritdoc cref="NegativeBinomial(double, double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> NegativeBinomial(
        VectorArgument mu = default, VectorArgument alpha = default, VectorArgument p = default, VectorArgument n = default)
        => Along(Families.NegativeBinomial, mu, alpha, p, n);

    /// <inheritdoc cref="NegativeBinomial(double, double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> NegativeBinomial(
        MatrixArgument mu = default, MatrixArgument alpha = default, MatrixArgument p = default, MatrixArgument n = default)
        => Over(Families.NegativeBinomial, mu, alpha, p, n);

    /// <summary>The number of trials up to the first success, each succeeding with probability <paramref name="p"/>: 1, 2, 3, ….</summary>
    /// <remarks>It takes (p).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate Geometric(double p = Unspecified) => Scalar(Families.Geometric, p);

    /// <inheritdoc cref="Geometric(double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Geometric(VectorArgument p = default) => Along(Families.Geometric, p);

    /// <inheritdoc cref="Geometric(double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Geometric(MatrixArgument p = default) => Over(Families.Geometric, p);

    /// <summary>The whole numbers from <paramref name="lower"/> to <paramref name="upper"/>, all with the same probability.</summary>
    /// <remarks>It takes (lower, upper).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not this set.</exception>
    public static Univariate DiscreteUniform(double lower = Unspecified, double upper = Unspecified)
        => Scalar(Families.DiscreteUniform, lower, upper);

    /// <inheritdoc cref="DiscreteUniform(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> DiscreteUniform(VectorArgument lower = default, VectorArgument upper = default)
        => Along(Families.DiscreteUniform, lower, upper);

    /// <inheritdoc cref="DiscreteUniform(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> DiscreteUniform(MatrixArgument lower = default, MatrixArgument upper = default)
        => Over(Families.DiscreteUniform, lower, upper);
}
