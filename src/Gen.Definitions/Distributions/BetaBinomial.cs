using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The number of successes in <c>n</c> trials whose common probability is a beta variate with shapes <c>alpha</c> and <c>beta</c>.</summary>
[Distribution(Support.Count, Upper = "n")]
public static partial class BetaBinomial
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, …, n.</summary>
    public static Real LogDensity(
        Real x, [Requires(Support.Count)] Real n, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
        => LogGamma(n + 1.0) - LogGamma(x + 1.0) - LogGamma(n - x + 1.0)
            + LogGamma(x + alpha) - LogGamma(alpha)
            + LogGamma(n - x + beta) - LogGamma(beta)
            + LogGamma(alpha + beta) - LogGamma(n + alpha + beta);
}
