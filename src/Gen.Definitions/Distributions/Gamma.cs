using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The gamma distribution with shape <c>alpha</c> and rate <c>beta</c>, or mean <c>mu</c> and standard deviation <c>sigma</c>.</summary>
[Distribution(Support.Positive)]
public static partial class Gamma
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
        => alpha * Log(beta) - LogGamma(alpha) + (alpha - 1.0) * Log(x) - beta * x;

    /// <summary>From mean and standard deviation: alpha = mu² / sigma², beta = mu / sigma².</summary>
    [Parameterization]
    public static Real[] FromMoments([Requires(Support.Positive)] Real mu, [Requires(Support.Positive)] Real sigma)
        => [Square(mu / sigma), mu / Square(sigma)];
}
