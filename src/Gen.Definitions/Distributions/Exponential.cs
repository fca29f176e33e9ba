using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The exponential distribution with rate lam, or scale (mean) 1 / lam.</summary>
[Distribution(Support.NonNegative)]
public static partial class Exponential
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real lam) => Log(lam) - lam * x;

    /// <summary>From scale, which is the mean.</summary>
    [Parameterization]
    public static Real[] FromScale([Requires(Support.Positive)] Real scale) => [1.0 / scale];
}
