using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Weibull distribution with shape <c>alpha</c> and scale <c>beta</c>.</summary>
[Distribution(Support.Positive)]
public static partial class Weibull
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
    {
        var power = LogPower(x, alpha, beta);
        return Log(alpha) - Log(x) + power - Exp(power);
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real alpha, Real beta) => Where(LessOrEqual(x, 0), 0, -Expm1(-Exp(LogPower(Inside(x), alpha, beta))));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real alpha, Real beta)
        => Where(LessOrEqual(x, 0), double.NegativeInfinity, LogSpace.ComplementOfExp(LogPower(Inside(x), alpha, beta)));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real alpha, Real beta) => Where(LessOrEqual(x, 0), 0, -Exp(LogPower(Inside(x), alpha, beta)));

    /// <summary>The location and the scale of the variate's logarithm, but for numbers.</summary>
    internal static Real[] Center(Real alpha, Real beta) => [Log(beta), 1.0 / alpha];

    /// <summary>log (x / beta)^alpha.</summary>
    private static Real LogPower(Real x, Real alpha, Real beta) => alpha * (Log(x) - Log(beta));

    /// <summary><paramref name="x"/> where it is positive, and elsewhere a number at which what is not taken has finite derivatives.</summary>
    private static Real Inside(Real x) => Where(LessOrEqual(x, 0), 1, x);
}
