using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The triangular distribution between <c>lower</c> and <c>upper</c> with mode <c>c</c>, which may be one of them.</summary>
[Distribution(Support.Interval, Lower = "lower", Upper = "upper")]
public static partial class Triangular
{
    /// <summary>The log-density at lower ≤ <paramref name="x"/> ≤ upper.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real lower, [Default(1)] Real upper, [Default(0.5), Requires(Support.Interval)] Real c)
        => LogTwo - Log(upper - lower) + Where(
            Less(x, c),
            Log((x - lower) / (c - lower)),
            Where(Equal(x, c), 0.0, Log((upper - x) / (upper - c))));

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real lower, Real upper, Real c)
        => Where(Less(x, c), Area(x - lower, c - lower, upper - lower), 1 - Area(upper - x, upper - c, upper - lower));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real lower, Real upper, Real c)
        => LogTail(Less(x, c), x - lower, c - lower, upper - x, upper - c, upper - lower);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real lower, Real upper, Real c)
        => LogTail(Less(c, x), upper - x, upper - c, x - lower, c - lower, upper - lower);

    /// <summary>The probability of a part of one side, from its end: that of the whole side is side / width.</summary>
    private static Real Area(Real part, Real side, Real width)
        => Where(LessOrEqual(part, 0), 0, Square(part) / (Where(LessOrEqual(part, 0), 1, side) * width));

    private static Real LogTail(Real isOnSide, Real part, Real side, Real rest, Real otherSide, Real width)
    {
        var isOutside = LessOrEqual(part, 0);
        var inside = Where(isOutside, 1, part);
        return Where(
            isOnSide,
            Where(isOutside, double.NegativeInfinity, 2 * Log(inside) - Log(Where(isOutside, 1, side)) - Log(width)),
            Where(isOutside, double.NegativeInfinity, Log1p(-Area(rest, otherSide, width))));
    }
}
