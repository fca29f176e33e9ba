using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The normal distribution with mean <c>mu</c> and standard deviation <c>sigma</c>, or precision <c>tau</c> = 1 / sigma².</summary>
[Distribution(Support.Real, Location = "mu", Scale = "sigma")]
public static partial class Normal
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma)
    {
        var z = (x - mu) / sigma;
        return -0.5 * Square(z) - Log(sigma) - HalfLogTwoPi;
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real mu, Real sigma) => NormalCdf((x - mu) / sigma);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real mu, Real sigma) => LogNormalCdf((x - mu) / sigma);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real mu, Real sigma) => LogNormalCdf((mu - x) / sigma);

    /// <summary>From location and precision.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Default(0)] Real mu, [Requires(Support.Positive)] Real tau) => [mu, 1 / Sqrt(tau)];
}
