using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The skew-normal distribution with location <c>mu</c>, scale <c>sigma</c>, or <c>tau</c> = 1 / sigma², and shape <c>alpha</c>, which has the sign
/// of the skewness; normal when that is 0.
/// </summary>
/// <remarks>A. Azzalini (1985), "A class of distributions which includes the normal ones".</remarks>
[Distribution(Support.Real, Location = "mu", Scale = "sigma")]
public static partial class SkewNormal
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma, [Default(1)] Real alpha)
    {
        var z = (x - mu) / sigma;
        return LogTwo - HalfLogTwoPi - Log(sigma) - 0.5 * Square(z) + LogNormalCdf(alpha * z);
    }

    /// <summary>From location, inverse squared scale and shape.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Default(0)] Real mu, [Requires(Support.Positive)] Real tau, [Default(1)] Real alpha)
        => [mu, 1.0 / Sqrt(tau), alpha];
}
