using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Cauchy distribution with location (median) alpha and scale (half the interquartile range) beta.</summary>
[Distribution(Support.Real)]
public static partial class Cauchy
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real alpha, [Default(1), Requires(Support.Positive)] Real beta)
        => -LogPi - Log(beta) - Log1p(Square((x - alpha) / beta));
}
