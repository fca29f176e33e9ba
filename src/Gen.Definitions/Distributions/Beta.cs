using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The beta distribution with shapes <c>alpha</c> and <c>beta</c>, or mean <c>mu</c> and standard deviation <c>sigma</c>, or mean and concentration
/// <c>nu</c> = alpha + beta.
/// </summary>
[Distribution(Support.Unit)]
public static partial class Beta
{
    /// <summary>The log-density at 0 &lt; <paramref name="x"/> &lt; 1.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
        => LogGamma(alpha + beta) - LogGamma(alpha) - LogGamma(beta) + (alpha - 1.0) * Log(x) + (beta - 1.0) * Log1p(-x);

    /// <summary>
    /// From mean and standard deviation: with k = mu (1 − mu) / sigma² − 1, alpha = mu k and beta = (1 − mu) k; sigma² must be below mu (1 − mu).
    /// </summary>
    [Parameterization]
    public static Real[] FromMoments([Requires(Support.Unit)] Real mu, [Requires(Support.Positive)] Real sigma)
    {
        var concentration = mu * (1.0 - mu) / Square(sigma) - 1.0;
        return [mu * concentration, (1.0 - mu) * concentration];
    }

    /// <summary>From mean and concentration: alpha = mu nu, beta = (1 − mu) nu.</summary>
    [Parameterization]
    public static Real[] FromConcentration([Requires(Support.Unit)] Real mu, [Requires(Support.Positive)] Real nu)
        => [mu * nu, (1.0 - mu) * nu];
}
