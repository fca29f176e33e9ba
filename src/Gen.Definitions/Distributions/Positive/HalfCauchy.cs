using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The absolute value of a Cauchy with location 0 and scale (median) <c>beta</c>.</summary>
[Distribution(Support.NonNegative)]
public static partial class HalfCauchy
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Default(1), Requires(Support.Positive)] Real beta)
        => LogTwo - LogPi - Log(beta) - Log1p(Square(x / beta));

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real beta) => Where(LessOrEqual(x, 0), 0, Near(x / beta));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real beta)
        => Where(LessOrEqual(x, 0), double.NegativeInfinity, Where(Less(x, beta), Log(Near(x / beta)), Log1p(-Near(beta / Inside(x)))));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real beta)
        => Where(LessOrEqual(x, 0), 0, Where(Less(x, beta), Log1p(-Near(x / beta)), Log(Near(beta / Inside(x)))));

    /// <summary>The location and the scale of the variate's logarithm, but for numbers.</summary>
    internal static Real[] Center(Real beta) => [Log(beta), 1.0];

    /// <summary>The standard distribution's probability below <paramref name="z"/>, which is that above 1 / z.</summary>
    private static Real Near(Real z) => 2 / System.Math.PI * Atan(z);

    /// <summary><paramref name="x"/> where it is positive, and elsewhere a number at which what is not taken has finite derivatives.</summary>
    private static Real Inside(Real x) => Where(LessOrEqual(x, 0), 1, x);
}
