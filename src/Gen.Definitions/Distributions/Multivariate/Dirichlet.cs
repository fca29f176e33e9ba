using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Dirichlet distribution of probabilities, with concentrations a.</summary>
[Distribution(Support.Simplex)]
public static partial class Dirichlet
{
    /// <summary>The log-density at <paramref name="x"/>, with respect to all elements but the last.</summary>
    public static Real LogDensity(RealVector x, [Requires(Support.Positive)] RealVector a)
        => LogGamma(Sum(0, x.Length, k => a[k])) + Sum(0, x.Length, k => (a[k] - 1.0) * Log(x[k]) - LogGamma(a[k]));
}
