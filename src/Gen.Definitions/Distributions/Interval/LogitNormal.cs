using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// 1 / (1 + exp −z) of a normal variate z with mean <c>mu</c> and standard deviation <c>sigma</c>, or precision <c>tau</c> = 1 / sigma².
/// </summary>
[Distribution(Support.Unit)]
public static partial class LogitNormal
{
    /// <summary>The log-density at 0 &lt; <paramref name="x"/> &lt; 1.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma)
        => Normal.LogDensity(Logit(x), mu, sigma) - Log(x) - Log1p(-x);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real mu, Real sigma) => Where(LessOrEqual(x, 0), 0, Where(LessOrEqual(1, x), 1, NormalCdf((LogitInside(x) - mu) / sigma)));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real mu, Real sigma)
        => Where(LessOrEqual(x, 0), double.NegativeInfinity, Where(LessOrEqual(1, x), 0, LogNormalCdf((LogitInside(x) - mu) / sigma)));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real mu, Real sigma)
        => Where(LessOrEqual(x, 0), 0, Where(LessOrEqual(1, x), double.NegativeInfinity, LogNormalCdf((mu - LogitInside(x)) / sigma)));

    /// <summary>From location and precision of the log-odds.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Default(0)] Real mu, [Requires(Support.Positive)] Real tau) => [mu, 1.0 / Sqrt(tau)];

    /// <summary>The location and the scale of the variate's logit.</summary>
    internal static Real[] Center(Real mu, Real sigma) => [mu, sigma];

    /// <summary>logit <paramref name="x"/> where that exists, and elsewhere a number at which what is not taken has finite derivatives.</summary>
    private static Real LogitInside(Real x) => Logit(Where(Or(LessOrEqual(x, 0), LessOrEqual(1, x)), 0.5, x));
}
