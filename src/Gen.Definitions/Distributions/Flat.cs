namespace Gen.Distributions;

/// <summary>
/// The same density 1 for every number between lower and upper. It is improper, as its integral is not 1 (and infinite where an end is): a prior
/// that leaves the posterior to the data, which must make it proper.
/// </summary>
[Distribution(Support.Interval, Lower = "lower", Upper = "upper")]
public static partial class Flat
{
    /// <summary>The log-density at lower ≤ <paramref name="x"/> ≤ upper: 0.</summary>
    public static Real LogDensity(Real x, [Default(double.NegativeInfinity)] Real lower, [Default(double.PositiveInfinity)] Real upper) => 0.0;
}
