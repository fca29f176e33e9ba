using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The gamma distribution with shape <c>alpha</c> and rate <c>beta</c>, or mean <c>mu</c> and standard deviation <c>sigma</c>.</summary>
[Distribution(Support.Positive)]
public static partial class Gamma
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0.</summary>
    /// <remarks>
    /// C. Loader (2000), "Fast and accurate computation of binomial probabilities": a Poisson probability whose large terms cancel in one function. The
    /// plain form of a small constant shape has one logarithm less.
    /// </remarks>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
        => IsSmallConstant(alpha)
            ? alpha * Log(beta) - LogGamma(alpha) + (alpha - 1.0) * Log(x) - beta * x
            : Log(alpha) - Log(x) - PoissonDeviance(alpha, beta * x) - StirlingExcess(alpha);

    /// <summary>From mean and standard deviation: alpha = mu² / sigma², beta = mu / sigma².</summary>
    [Parameterization]
    public static Real[] FromMoments([Requires(Support.Positive)] Real mu, [Requires(Support.Positive)] Real sigma)
        => [Square(mu / sigma), mu / Square(sigma)];

    /// <summary>The log-density at <paramref name="x"/> given mean and standard deviation, with all digits where the shape is large.</summary>
    public static Real LogDensityFromMoments(Real x, [Requires(Support.Positive)] Real mu, [Requires(Support.Positive)] Real sigma)
    {
        var (alpha, beta) = (Square(mu / sigma), mu / Square(sigma));
        return IsSmallConstant(alpha)
            ? LogDensity(x, alpha, beta)
            : Log(alpha) - Log(x) - beta * PoissonDeviance(mu, x) - StirlingExcess(alpha);
    }

    /// <summary>The location and the scale of the variate's logarithm, about as they are for shapes above 1.</summary>
    internal static Real[] Center(Real alpha, Real beta) => [Log(alpha) - Log(beta), 1.0 / Sqrt(alpha)];
}
