using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The exponential distribution with rate <c>lam</c>, or <c>scale</c> (the mean) = 1 / lam.</summary>
[Distribution(Support.NonNegative)]
public static partial class Exponential
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real lam) => Log(lam) - lam * x;

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real lam) => -Expm1(-lam * Max(x, 0));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real lam) => Where(LessOrEqual(x, 0), double.NegativeInfinity, LogSpace.Complement(-lam * x));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real lam) => -lam * Max(x, 0);

    /// <summary>From scale, which is the mean.</summary>
    [Parameterization]
    public static Real[] FromScale([Requires(Support.Positive)] Real scale) => [1.0 / scale];

    /// <summary>The location and the scale of the variate's logarithm, but for numbers.</summary>
    internal static Real[] Center(Real lam) => [-Log(lam), 1.0];
}
