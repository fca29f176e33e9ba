using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Poisson distribution with mean <c>mu</c>, or <c>logMu</c>, the logarithm of the mean.</summary>
[Distribution(Support.Count)]
public static partial class Poisson
{
    /// <summary>The log-probability of <paramref name="x"/> = 0, 1, 2, …; mu of 0 is allowed.</summary>
    public static Real LogDensity(Real x, [Requires(Support.NonNegative)] Real mu)
        => Where(Equal(x, 0.0), 0.0, x * Log(mu)) - mu - LogGamma(x + 1.0);

    /// <summary>From the log of the mean.</summary>
    [Parameterization]
    public static Real[] FromLogMu(Real logMu) => [Exp(logMu)];

    /// <summary>The log-probability of <paramref name="x"/> given the log of the mean, without taking its logarithm back.</summary>
    public static Real LogDensityFromLogMu(Real x, Real logMu) => x * logMu - Exp(logMu) - LogGamma(x + 1.0);
}
