using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The sum of the squares of <c>nu</c> independent standard normal variates, for any positive nu: the gamma distribution with shape nu / 2 and
/// rate ½.
/// </summary>
[Distribution(Support.Positive)]
public static partial class ChiSquared
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0, in the form of <see cref="Gamma"/>'s.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real nu)
        => IsSmallConstant(nu)
            ? (0.5 * nu - 1.0) * Log(x) - 0.5 * x - 0.5 * LogTwo * nu - LogGamma(0.5 * nu)
            : Log(0.5 * nu) - Log(x) - PoissonDeviance(0.5 * nu, 0.5 * x) - StirlingExcess(0.5 * nu);
}
