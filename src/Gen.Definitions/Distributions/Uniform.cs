using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The uniform distribution between lower and upper.</summary>
[Distribution(Support.Interval, Lower = "lower", Upper = "upper")]
public static partial class Uniform
{
    /// <summary>The log-density at lower ≤ <paramref name="x"/> ≤ upper, the same for all of them.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real lower, [Default(1)] Real upper) => -Log(upper - lower);
}
