using System;

namespace Gen;

// Distributions of series.
public static partial class Modeling
{
    /// <summary>
    /// A random walk: the first value is normal with mean <paramref name="initialMu"/> and standard deviation <paramref name="initialSigma"/>, and
    /// each later one is the one before plus a normal step with mean <paramref name="mu"/> (the drift) and standard deviation <paramref name="sigma"/>.
    /// </summary>
    /// <remarks>PyMC's GaussianRandomWalk; its init_dist is Normal(initialMu, initialSigma) here, with the same defaults.</remarks>
    public static Series GaussianRandomWalk(double mu = 0, double sigma = 1, double initialMu = 0, double initialSigma = 100) => new(
        "GaussianRandomWalk", 1, length => new GaussianRandomWalkVariates(mu, sigma, initialMu, initialSigma, length));

    /// <summary>
    /// An autoregression of order p, the length of <paramref name="rho"/>: the first p values are independent and normal with mean <paramref
    /// name="initialMu"/> and standard deviation <paramref name="initialSigma"/>, and each later one is <paramref name="constant"/> + rho₀ x_{t−1} + … +
    /// rho_{p−1} x_{t−p} plus a normal error with standard deviation <paramref name="sigma"/>.
    /// </summary>
    /// <remarks>
    /// PyMC's AR; its init_dist is Normal(initialMu, initialSigma) here, with the same defaults, and its constant, where it has one, is the first element of
    /// rho. The first values are part of the density: a likelihood that is conditional on them is observed in a loop from p on.
    /// </remarks>
    public static Series AR(Vector rho, double sigma = 1, double constant = 0, double initialMu = 0, double initialSigma = 100)
    {
        ArgumentNullException.ThrowIfNull(rho);
        return new Series("AR", Math.Max(rho.Length, 1), length => new AutoregressionVariates(rho, sigma, constant, initialMu, initialSigma, length));
    }

    /// <summary>
    /// GARCH(1, 1): normal values of mean 0 whose standard deviation is <paramref name="initialVol"/> at first, and whose variance is then <paramref
    /// name="omega"/> + <paramref name="alpha1"/> · (the value before)² + <paramref name="beta1"/> · (the variance before).
    /// </summary>
    /// <remarks>Bollerslev (1986), "Generalized autoregressive conditional heteroskedasticity"; PyMC's GARCH11.</remarks>
    public static Series Garch(double omega, double alpha1, double beta1, double initialVol) => new(
        "Garch", 1, length => new GarchVariates(omega, alpha1, beta1, initialVol, length));
}
