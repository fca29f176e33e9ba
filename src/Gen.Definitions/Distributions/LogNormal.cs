using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>exp of a normal variate with location mu and scale sigma, or precision tau = 1 / sigma².</summary>
[Distribution(Support.Positive)]
public static partial class LogNormal
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma)
    {
        var logX = Log(x);
        return -0.5 * Square((logX - mu) / sigma) - logX - Log(sigma) - HalfLogTwoPi;
    }

    /// <summary>From location and precision of the logarithm.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Default(0)] Real mu, [Requires(Support.Positive)] Real tau) => [mu, 1.0 / Sqrt(tau)];
}
