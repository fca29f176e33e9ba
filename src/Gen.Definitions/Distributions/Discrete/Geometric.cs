using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The number of trials up to the first success, each succeeding with probability <c>p</c>: 1, 2, 3, ….</summary>
[Distribution(Support.PositiveCount)]
public static partial class Geometric
{
    /// <summary>The log-probability of <paramref name="x"/> = 1, 2, 3, …; p of 1 is allowed.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Unit)] Real p) => Log(p) + XLog1pY(x - 1.0, -p);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real p) => Where(Less(x, 1), 0, -Expm1(LogNone(x, p)));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real p) => Where(Less(x, 1), double.NegativeInfinity, LogSpace.Complement(LogNone(x, p)));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real p) => Where(Less(x, 1), 0, LogNone(x, p));

    /// <summary>The log-probability of no success in <paramref name="x"/> trials, or in one where there is none.</summary>
    private static Real LogNone(Real x, Real p) => Floor(Where(Less(x, 1), 1, x)) * Log1p(-p);
}
