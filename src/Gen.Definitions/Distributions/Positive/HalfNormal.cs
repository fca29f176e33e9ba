using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The absolute value of a normal with mean 0 and standard deviation <c>sigma</c>, or precision <c>tau</c> = 1 / sigma².</summary>
[Distribution(Support.NonNegative)]
public static partial class HalfNormal
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Default(1), Requires(Support.Positive)] Real sigma)
        => LogTwo - HalfLogTwoPi - Log(sigma) - 0.5 * Square(x / sigma);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real sigma) => Where(LessOrEqual(x, 0), 0, Erf(x / sigma * InverseSqrt2));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real sigma)
    {
        var z = x / sigma;
        return Where(LessOrEqual(x, 0), double.NegativeInfinity, Where(Less(z, 1), Log(Erf(z * InverseSqrt2)), Log1p(-Erfc(z * InverseSqrt2))));
    }

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real sigma)
    {
        var z = x / sigma;
        return Where(LessOrEqual(x, 0), 0, Where(Less(z, 1), Log1p(-Erf(z * InverseSqrt2)), LogTwo + LogNormalCdf(-z)));
    }

    /// <summary>From precision.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Requires(Support.Positive)] Real tau) => [1.0 / Sqrt(tau)];

    /// <summary>The location and the scale of the variate's logarithm, but for numbers.</summary>
    internal static Real[] Center(Real sigma) => [Log(sigma), 1.0];

    private const double InverseSqrt2 = 0.70710678118654752440;
}
