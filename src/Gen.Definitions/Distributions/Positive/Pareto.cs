using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Pareto distribution of numbers from <c>m</c>, whose tail falls as the power −<c>alpha</c>.</summary>
[Distribution(Support.Interval, Lower = "m")]
public static partial class Pareto
{
    /// <summary>The log-density at <paramref name="x"/> ≥ m.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real m)
        => Log(alpha) - Log(x) - alpha * LogRatio(x, m);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real alpha, Real m) => -Expm1(-alpha * LogAbove(x, m));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real alpha, Real m)
        => Where(LessOrEqual(x, m), double.NegativeInfinity, LogSpace.Complement(-alpha * LogAbove(Where(LessOrEqual(x, m), 2 * m, x), m)));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real alpha, Real m) => -alpha * LogAbove(x, m);

    /// <summary>log(x / m), or 0 below m.</summary>
    private static Real LogAbove(Real x, Real m) => LogRatio(Max(x, m), m);
}
