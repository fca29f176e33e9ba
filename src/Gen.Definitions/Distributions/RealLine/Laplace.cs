using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Laplace (double exponential) distribution with location <c>mu</c> and scale <c>b</c>.</summary>
[Distribution(Support.Real, Location = "mu", Scale = "b")]
public static partial class Laplace
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, Real mu, [Requires(Support.Positive)] Real b) => -Abs(x - mu) / b - Log(b) - LogTwo;

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real mu, Real b)
    {
        var z = (x - mu) / b;
        return Where(Less(z, 0), 0.5 * Exp(z), 1 - 0.5 * Exp(-z));
    }

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real mu, Real b) => LogLower((x - mu) / b);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real mu, Real b) => LogLower((mu - x) / b);

    private static Real LogLower(Real z) => Where(Less(z, 0), z - LogTwo, Log1p(-0.5 * Exp(-z)));
}
