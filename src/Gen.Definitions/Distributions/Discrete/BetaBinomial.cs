using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The number of successes in <c>n</c> trials whose common probability is a beta variate with shapes <c>alpha</c> and <c>beta</c>.</summary>
[Distribution(Support.Count, Upper = "n")]
public static partial class BetaBinomial
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, …, n.</summary>
    /// <remarks>
    /// Log Γ(z) is StirlingExcess(z) + z log z − z − log z. The terms z log z, which are large, cancel in four deviances: of the counts and of the shapes
    /// from the shares of both together.
    /// </remarks>
    public static Real LogDensity(
        Real x, [Requires(Support.Count)] Real n, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
    {
        var rest = n - x;
        var prior = alpha + beta;
        var (ones, zeros, all) = (x + alpha, rest + beta, n + prior);
        var (one, zero) = (ones / all, zeros / all);
        return StirlingExcess(n) - StirlingExcess(x) - StirlingExcess(rest)
            + StirlingExcess(prior) - StirlingExcess(alpha) - StirlingExcess(beta)
            + StirlingExcess(ones) + StirlingExcess(zeros) - StirlingExcess(all)
            + LogRatio(alpha, ones) + LogRatio(beta, zeros) + LogRatio(all, prior)
            - PoissonDeviance(x, n * one) - PoissonDeviance(rest, n * zero)
            - PoissonDeviance(alpha, prior * one) - PoissonDeviance(beta, prior * zero);
    }
}
