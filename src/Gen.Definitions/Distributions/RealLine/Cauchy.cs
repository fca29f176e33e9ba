using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Cauchy distribution with location (median) <c>alpha</c> and scale (half the interquartile range) <c>beta</c>.</summary>
[Distribution(Support.Real, Location = "alpha", Scale = "beta")]
public static partial class Cauchy
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real alpha, [Default(1), Requires(Support.Positive)] Real beta)
        => -LogPi - Log(beta) - Log1p(Square((x - alpha) / beta));

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real alpha, Real beta) => Lower((x - alpha) / beta);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real alpha, Real beta) => LogLower((x - alpha) / beta);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real alpha, Real beta) => LogLower((alpha - x) / beta);

    /// <summary>The standard distribution's probability below <paramref name="z"/>; in the lower half without the difference from ½, which cancels.</summary>
    private static Real Lower(Real z) => Where(Less(z, -1), Atan(-1 / z) / System.Math.PI, 0.5 + Atan(z) / System.Math.PI);

    private static Real LogLower(Real z) => Where(Less(z, 0), Log(Lower(z)), Log1p(-Lower(-z)));
}
