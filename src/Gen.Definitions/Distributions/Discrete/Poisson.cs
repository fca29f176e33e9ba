using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Poisson distribution with mean <c>mu</c>, or <c>logMu</c>, the logarithm of the mean.</summary>
[Distribution(Support.Count)]
public static partial class Poisson
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, 2, …; mu of 0 is allowed.</summary>
    /// <remarks>C. Loader (2000), "Fast and accurate computation of binomial probabilities": the large terms cancel in one function.</remarks>
    public static Real LogDensity(Real x, [Requires(Support.NonNegative)] Real mu)
        => -PoissonDeviance(x, mu) - StirlingExcess(x);

    /// <summary>From the log of the mean.</summary>
    [Parameterization]
    public static Real[] FromLogMu(Real logMu) => [Exp(logMu)];

    /// <summary>The log-probability of <paramref name="x"/> given the log of the mean, without taking its logarithm back.</summary>
    public static Real LogDensityFromLogMu(Real x, Real logMu) => x * logMu - Exp(logMu) - LogGamma(x + 1.0);
}
