using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>Vectors of n elements and length 1 whose direction is uniform.</summary>
[Distribution(Support.UnitVector, Order = "n")]
public static partial class UnitVector
{
    /// <summary>The log-density at <paramref name="x"/>, with respect to the area of the sphere, which is 2 π^(n/2) / Γ(n/2).</summary>
    public static Real LogDensity(RealVector x, [Requires(Support.Count)] Real n) => LogGamma(0.5 * n) - LogTwo - 0.5 * n * LogPi;
}
