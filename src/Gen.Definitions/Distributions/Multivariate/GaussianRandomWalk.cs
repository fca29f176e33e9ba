using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// A random walk: x₀ is normal with mean initialMu and standard deviation initialSigma, and each later value is the one before plus a normal step with
/// mean mu (the drift) and standard deviation sigma.
/// </summary>
/// <remarks>PyMC's GaussianRandomWalk, whose init_dist is Normal(initialMu, initialSigma) here.</remarks>
[Distribution(Support.Real)]
public static partial class GaussianRandomWalk
{
    /// <summary>The log-density at the series <paramref name="x"/>.</summary>
    public static Real LogDensity(
        RealVector x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma,
        [Default(0)] Real initialMu, [Default(100), Requires(Support.Positive)] Real initialSigma)
        => Normal.LogDensity(x[0], initialMu, initialSigma) + Sum(1, x.Length, t => Normal.LogDensity(x[t], x[t - 1] + mu, sigma));

    /// <summary>How many elements come first.</summary>
    internal static Real Order(Real mu, Real sigma, Real initialMu, Real initialSigma) => 1.0;

    /// <summary>The location and the scale of what comes first.</summary>
    internal static Real[] FirstCenter(Real mu, Real sigma, Real initialMu, Real initialSigma) => [initialMu, initialSigma];

    /// <summary>The locations and the scales of what comes later.</summary>
    internal static RealVector[] Centers(RealVector x, RealVector locations, Real mu, Real sigma, Real initialMu, Real initialSigma)
        => [Map(x.Length, t => x[t - 1] + mu), Map(x.Length, t => sigma)];
}
