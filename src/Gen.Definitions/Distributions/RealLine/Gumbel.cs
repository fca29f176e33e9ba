using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The Gumbel distribution of greatest values with location (mode) <c>mu</c> and scale <c>beta</c>.</summary>
[Distribution(Support.Real, Location = "mu", Scale = "beta")]
public static partial class Gumbel
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, Real mu, [Requires(Support.Positive)] Real beta)
    {
        var z = (x - mu) / beta;
        return -z - Exp(-z) - Log(beta);
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    /// <remarks>Held where it has long been 0, so that no derivative overflows.</remarks>
    public static Real Cdf(Real x, Real mu, Real beta) => Exp(-Exp(Min((mu - x) / beta, 700)));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real mu, Real beta) => -Exp((mu - x) / beta);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real mu, Real beta) => LogSpace.ComplementOfExp((mu - x) / beta);
}
