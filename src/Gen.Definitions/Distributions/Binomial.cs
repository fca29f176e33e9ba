using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The number of successes in <c>n</c> independent trials that succeed with probability <c>p</c>; <c>logitP</c> is log(p / (1 − p)).
/// </summary>
[Distribution(Support.Count, Upper = "n")]
public static partial class Binomial
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, …, n; p of 0 and of 1 are allowed.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Count)] Real n, [Requires(Support.Unit)] Real p)
        => LogGamma(n + 1.0) - LogGamma(x + 1.0) - LogGamma(n - x + 1.0)
            + Where(Equal(x, 0.0), 0.0, x * Log(p))
            + Where(Equal(x, n), 0.0, (n - x) * Log1p(-p));

    /// <summary>From the number of trials and the log-odds.</summary>
    [Parameterization]
    public static Real[] FromLogit([Requires(Support.Count)] Real n, Real logitP) => [n, InverseLogit(logitP)];

    /// <summary>The log-probability of <paramref name="x"/> given log-odds; stable where p rounds to 0 or 1.</summary>
    public static Real LogDensityFromLogit(Real x, [Requires(Support.Count)] Real n, Real logitP)
        => LogGamma(n + 1.0) - LogGamma(x + 1.0) - LogGamma(n - x + 1.0) + x * logitP - n * Log1pExp(logitP);
}
