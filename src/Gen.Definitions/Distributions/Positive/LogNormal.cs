using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The exponential of a normal with mean <c>mu</c> and standard deviation <c>sigma</c>, or precision <c>tau</c> = 1 / sigma².</summary>
[Distribution(Support.Positive)]
public static partial class LogNormal
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0.</summary>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma)
    {
        var logX = Log(x);
        return -0.5 * Square((logX - mu) / sigma) - logX - Log(sigma) - HalfLogTwoPi;
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static Real Cdf(Real x, Real mu, Real sigma)
        => Where(LessOrEqual(x, 0), 0, NormalCdf((LogInside(x) - mu) / sigma));

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogCdf(Real x, Real mu, Real sigma)
        => Where(LessOrEqual(x, 0), double.NegativeInfinity, LogNormalCdf((LogInside(x) - mu) / sigma));

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static Real LogSurvival(Real x, Real mu, Real sigma)
        => Where(LessOrEqual(x, 0), 0, LogNormalCdf((mu - LogInside(x)) / sigma));

    /// <summary>From location and precision of the logarithm.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Default(0)] Real mu, [Requires(Support.Positive)] Real tau) => [mu, 1.0 / Sqrt(tau)];

    /// <summary>The location and the scale of the variate's logarithm.</summary>
    internal static Real[] Center(Real mu, Real sigma) => [mu, sigma];

    /// <summary>log <paramref name="x"/> where it is positive, and elsewhere a number at which what is not taken has finite derivatives.</summary>
    private static Real LogInside(Real x) => Log(Where(LessOrEqual(x, 0), 1, x));
}
