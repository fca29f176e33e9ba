using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The absolute value of a Cauchy variate with location 0 and scale (median) beta.</summary>
[Distribution(Support.NonNegative)]
public static partial class HalfCauchy
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Default(1), Requires(Support.Positive)] Real beta)
        => LogTwo - LogPi - Log(beta) - Log1p(Square(x / beta));
}
