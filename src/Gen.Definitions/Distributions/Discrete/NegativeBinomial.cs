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
    /// C. Loader (2000), "Fast and accurate computation of binomial probabilities": the large terms cancel in two deviances. The density so tends to
    /// Poisson's as alpha grows, without noise.
    /// </remarks>
    public static Real LogDensity(Real x, [Requires(Support.NonNegative)] Real mu, [Requires(Support.Positive)] Real alpha)
    {
        var total = alpha + x;
        var share = total / (alpha + mu);
        return LogRatio(alpha, total) + StirlingExcess(total) - StirlingExcess(alpha) - StirlingExcess(x)
            - PoissonDeviance(x, mu * share) - PoissonDeviance(alpha, alpha * share);
    }

    /// <summary>From the number of successes and the probability of each: mu = n (1 − p) / p, alpha = n.</summary>
    [Parameterization]
    public static Real[] FromProbability([Requires(Support.Positive)] Real n, [Requires(Support.Unit)] Real p) => [n * (1.0 - p) / p, n];
}
