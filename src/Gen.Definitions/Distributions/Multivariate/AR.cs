using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// An autoregression of order p, the length of rho: the first p values are independent and normal with mean initialMu and standard deviation
/// initialSigma, and each later one is x_t = constant + rho₀ x_{t−1} + … + rho_{p−1} x_{t−p} plus a normal error with standard deviation sigma.
/// </summary>
/// <remarks>
/// PyMC's AR, whose init_dist is Normal(initialMu, initialSigma) here and whose constant, if any, is the first element of rho. The first values are
/// part of the density: a likelihood that conditions on them is observed by a loop from p on.
/// </remarks>
[Distribution(Support.Real)]
public static partial class AR
{
    /// <summary>The log-density at the series <paramref name="x"/>, which has at least p values.</summary>
    public static Real LogDensity(
        RealVector x, [Along(1)] RealVector rho, [Default(1), Requires(Support.Positive)] Real sigma, [Default(0)] Real constant,
        [Default(0)] Real initialMu, [Default(100), Requires(Support.Positive)] Real initialSigma)
        => Sum(0, rho.Length, t => Normal.LogDensity(x[t], initialMu, initialSigma))
            + Sum(rho.Length, x.Length, t => Normal.LogDensity(x[t], constant + Sum(0, rho.Length, j => rho[j] * x[t - 1 - j]), sigma));

    /// <summary>How many elements come first.</summary>
    internal static Real Order(RealVector rho, Real sigma, Real constant, Real initialMu, Real initialSigma) => rho.Length;

    /// <summary>The location and the scale of what comes first.</summary>
    internal static Real[] FirstCenter(RealVector rho, Real sigma, Real constant, Real initialMu, Real initialSigma) => [initialMu, initialSigma];

    /// <summary>The locations and the scales of what comes later.</summary>
    internal static RealVector[] Centers(RealVector x, RealVector locations, RealVector rho, Real sigma, Real constant, Real initialMu, Real initialSigma)
        => [Map(x.Length, t => constant + Sum(0, rho.Length, j => rho[j] * x[t - 1 - j])), Map(x.Length, t => sigma)];
}
