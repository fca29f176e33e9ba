using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The whole numbers from <c>lower</c> to <c>upper</c>, all with the same probability.</summary>
[Distribution(Support.Integer, Lower = "lower", Upper = "upper")]
public static partial class DiscreteUniform
{
    /// <summary>The log-probability of <paramref name="x"/> = lower, lower + 1, …, upper, the same for all of them.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Integer)] Real lower, [Requires(Support.Integer)] Real upper)
        => -Log(upper - lower + 1.0);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real lower, Real upper) => Uniform.Cdf(Floor(x), lower - 1, upper);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real lower, Real upper) => Uniform.LogCdf(Floor(x), lower - 1, upper);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real lower, Real upper) => Uniform.LogSurvival(Floor(x), lower - 1, upper);
}
