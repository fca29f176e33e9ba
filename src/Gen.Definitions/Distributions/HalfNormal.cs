using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The absolute value of a normal variate with location 0 and scale sigma, or precision tau = 1 / sigma².</summary>
[Distribution(Support.NonNegative)]
public static partial class HalfNormal
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Default(1), Requires(Support.Positive)] Real sigma)
        => LogTwo - HalfLogTwoPi - Log(sigma) - 0.5 * Square(x / sigma);

    /// <summary>From precision.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Requires(Support.Positive)] Real tau) => [1.0 / Sqrt(tau)];
}
