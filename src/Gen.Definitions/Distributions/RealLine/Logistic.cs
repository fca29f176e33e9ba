using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The logistic distribution with location <c>mu</c> and scale <c>s</c>.</summary>
[Distribution(Support.Real, Location = "mu", Scale = "s")]
public static partial class Logistic
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real s)
    {
        var z = (x - mu) / s;
        return -Log1pExp(z) - Log1pExp(-z) - Log(s);
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real mu, Real s) => InverseLogit((x - mu) / s);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real mu, Real s) => -Log1pExp((mu - x) / s);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real mu, Real s) => -Log1pExp((x - mu) / s);
}
