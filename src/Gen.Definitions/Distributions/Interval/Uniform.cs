using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The uniform distribution between <c>lower</c> and <c>upper</c>.</summary>
[Distribution(Support.Interval, Lower = "lower", Upper = "upper")]
public static partial class Uniform
{
    /// <summary>The log-density at lower ≤ <paramref name="x"/> ≤ upper, the same for all of them.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real lower, [Default(1)] Real upper) => -Log(upper - lower);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real lower, Real upper) => Min(Max((x - lower) / (upper - lower), 0), 1);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real lower, Real upper) => LogShare(x - lower, upper - x, upper - lower);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real lower, Real upper) => LogShare(upper - x, x - lower, upper - lower);

    // log(part / width) where part + rest = width: near 1 from the rest, which has the digits that the quotient lost.
    private static Real LogShare(Real part, Real rest, Real width) => Where(
        LessOrEqual(part, 0),
        double.NegativeInfinity,
        Where(Less(rest, part), Log1p(-Max(rest, 0) / width), Log(part / width)));
}
