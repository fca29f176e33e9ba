using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>How often each category occurs in n independent trials in which they have probabilities p.</summary>
[Distribution(Support.CountVector, Upper = "n")]
public static partial class Multinomial
{
    /// <summary>The log-probability of the counts <paramref name="x"/>, whose sum is n.</summary>
    public static Real LogDensity(RealVector x, [Requires(Support.Count)] Real n, [Requires(Support.Simplex)] RealVector p)
        => LogGamma(n + 1.0) + Sum(0, x.Length, k => XLogY(x[k], p[k]) - LogGamma(x[k] + 1.0));
}
