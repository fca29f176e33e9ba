using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The negative binomial with mean <c>mu</c> and variance mu + mu² / <c>alpha</c>, or the number of failures before the <c>n</c>-th success, each
/// trial succeeding with probability <c>p</c>.
/// </summary>
[Distribution(Support.Count)]
[Arguments("mu", "alpha", "p", "n")]
public static partial class NegativeBinomial
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, 2, …; mu of 0 is allowed.</summary>
    /// <remarks>
    /// log Γ(alpha + x) − log Γ(alpha) − x log alpha is a difference of large numbers when alpha is large; there it is the difference of two Stirling
    /// series (DLMF 5.11.1), whose next term is below 1e-17. The density so tends to Poisson's as alpha grows, without noise.
    /// </remarks>
    public static Real LogDensity(Real x, [Requires(Support.NonNegative)] Real mu, [Requires(Support.Positive)] Real alpha)
    {
        var total = alpha + x;
        var rising = Where(
            Less(alpha, 1e5),
            LogGamma(total) - LogGamma(alpha) - x * Log(alpha),
            (total - 0.5) * Log1p(x / alpha) - x - x / (12.0 * alpha * total));
        return rising - LogGamma(x + 1.0) - total * Log1p(mu / alpha) + Where(Equal(x, 0.0), 0.0, x * Log(mu));
    }

    /// <summary>From the number of successes and the probability of each: mu = n (1 − p) / p, alpha = n.</summary>
    [Parameterization]
    public static Real[] FromProbability([Requires(Support.Positive)] Real n, [Requires(Support.Unit)] Real p) => [n * (1.0 - p) / p, n];
}
