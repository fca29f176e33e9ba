namespace Gen.Distributions;

/// <summary>The same density 1 for every number between <c>lower</c> and <c>upper</c>; an end that is left out, or infinite, is none.</summary>
/// <remarks>
/// It is improper, as its integral is not 1 (and infinite where an end is): it has no probabilities and cannot be drawn from, so that a model that
/// has it as a prior cannot be drawn from either unless the latent is given; and the posterior is proper only where the data make it so. In models
/// the ends that are given must be finite.
/// </remarks>
[Distribution(Support.Interval, Lower = "lower", Upper = "upper")]
public static partial class Flat
{
    /// <summary>The log-density at lower ≤ <paramref name="x"/> ≤ upper: 0.</summary>
    public static Real LogDensity(Real x, [Default(double.NegativeInfinity)] Real lower, [Default(double.PositiveInfinity)] Real upper) => 0.0;
}
