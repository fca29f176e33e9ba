using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The number of successes in <c>n</c> independent trials that succeed with probability <c>p</c>; <c>logitP</c> is log(p / (1 − p)).
/// </summary>
[Distribution(Support.Count, Upper = "n")]
public static partial class Binomial
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, …, n; p of 0 and of 1 are allowed.</summary>
    /// <remarks>C. Loader (2000), "Fast and accurate computation of binomial probabilities": the large terms cancel in two deviances.</remarks>
    public static Real LogDensity(Real x, [Requires(Support.Count)] Real n, [Requires(Support.Unit)] Real p)
        => StirlingExcess(n) - StirlingExcess(x) - StirlingExcess(n - x) - PoissonDeviance(x, n * p) - PoissonDeviance(n - x, n * (1.0 - p));

    /// <summary>From the number of trials and the log-odds.</summary>
    [Parameterization]
    public static Real[] FromLogit([Requires(Support.Count)] Real n, Real logitP) => [n, InverseLogit(logitP)];

    /// <summary>The log-probability of <paramref name="x"/> given log-odds; stable where p rounds to 0 or 1.</summary>
    public static Real LogDensityFromLogit(Real x, [Requires(Support.Count)] Real n, Real logitP)
        => LogChoose(n, x) + x * logitP - n * Log1pExp(logitP);

    // From the larger terms' own differences; counts are 0 or at least 1, so that no divisor is 0.
    private static Real LogChoose(Real n, Real x)
        => StirlingExcess(n) - StirlingExcess(x) - StirlingExcess(n - x) + XLogY(x, n / Max(x, 1.0)) - XLog1pY(n - x, -x / Max(n, 1.0));
}
