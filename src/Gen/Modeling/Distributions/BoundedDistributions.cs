using System.Runtime.CompilerServices;

namespace Gen;

// Distributions on intervals and of angles.
public static partial class Modeling
{
    /// <summary>
    /// The triangular distribution between <paramref name="lower"/> and <paramref name="upper"/> with mode <paramref name="c"/>, which may be one
    /// of them.
    /// </summary>
    /// <remarks>It takes (lower = 0, upper = 1, c = 0.5).</remarks>
    public static Univariate Triangular(double lower = 0, double upper = 1, double c = 0.5) => Scalar(Families.Triangular, lower, upper, c);

    /// <inheritdoc cref="Triangular(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Triangular(VectorArgument lower = default, VectorArgument upper = default, VectorArgument c = default)
        => Along(Families.Triangular, lower, upper, c);

    /// <inheritdoc cref="Triangular(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Triangular(MatrixArgument lower = default, MatrixArgument upper = default, MatrixArgument c = default)
        => Over(Families.Triangular, lower, upper, c);

    /// <summary>
    /// 1 / (1 + exp −z) of a normal variate z with mean <paramref name="mu"/> and standard deviation <paramref name="sigma"/>, or precision
    /// <paramref name="tau"/> = 1 / sigma².
    /// </summary>
    /// <remarks>It takes (mu = 0, sigma = 1) or (mu = 0, tau).</remarks>
    /// <exception cref="System.ArgumentException">The arguments are not one of these sets.</exception>
    public static Univariate LogitNormal(double mu = 0, double sigma = Unspecified, double tau = Unspecified)
        => Scalar(Families.LogitNormal, mu, sigma, tau);

    /// <inheritdoc cref="LogitNormal(double, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> LogitNormal(VectorArgument mu = default, VectorArgument sigma = default, VectorArgument tau = default)
        => Along(Families.LogitNormal, mu, sigma, tau);

    /// <inheritdoc cref="LogitNormal(double, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> LogitNormal(MatrixArgument mu = default, MatrixArgument sigma = default, MatrixArgument tau = default)
        => Over(Families.LogitNormal, mu, sigma, tau);

    /// <summary>
    /// The von Mises distribution of angles, −π to π, around the mean direction <paramref name="mu"/> with concentration <paramref
    /// name="kappa"/>; uniform when that is 0.
    /// </summary>
    /// <remarks>It takes (mu = 0, kappa = 1). The mean of the distribution is its mean direction, and the variance the circular one, 1 − I₁(kappa) / I₀(kappa).</remarks>
    public static Univariate VonMises(double mu = 0, double kappa = 1) => Scalar(Families.VonMises, mu, kappa);

    /// <inheritdoc cref="VonMises(double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> VonMises(VectorArgument mu = default, VectorArgument kappa = default) => Along(Families.VonMises, mu, kappa);

    /// <inheritdoc cref="VonMises(double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> VonMises(MatrixArgument mu = default, MatrixArgument kappa = default) => Over(Families.VonMises, mu, kappa);
}
