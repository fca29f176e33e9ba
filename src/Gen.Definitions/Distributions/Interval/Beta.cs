using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The beta distribution with shapes <c>alpha</c> and <c>beta</c>, or mean <c>mu</c> and standard deviation <c>sigma</c>, or mean and concentration
/// <c>nu</c> = alpha + beta.
/// </summary>
[Distribution(Support.Unit)]
public static partial class Beta
{
    /// <summary>The log-density at 0 &lt; <paramref name="x"/> &lt; 1.</summary>
    /// <remarks>
    /// C. Loader (2000), "Fast and accurate computation of binomial probabilities": the large terms cancel in two deviances. The plain form of small
    /// constant shapes has two logarithms less.
    /// </remarks>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
    {
        var total = alpha + beta;
        return IsSmallConstant(total)
            ? LogGamma(total) - LogGamma(alpha) - LogGamma(beta) + (alpha - 1.0) * Log(x) + (beta - 1.0) * Log1p(-x)
            : Log(alpha) + Log(beta) - Log(total) + StirlingExcess(total) - StirlingExcess(alpha) - StirlingExcess(beta)
                - Log(x) - Log1p(-x) - PoissonDeviance(alpha, total * x) - PoissonDeviance(beta, total * (1.0 - x));
    }

    /// <summary>
    /// From mean and standard deviation: with k = mu (1 − mu) / sigma² − 1, alpha = mu k and beta = (1 − mu) k; sigma² must be below mu (1 − mu).
    /// </summary>
    [Parameterization]
    public static Real[] FromMoments([Requires(Support.Unit)] Real mu, [Requires(Support.Positive)] Real sigma)
    {
        var concentration = mu * (1.0 - mu) / Square(sigma) - 1.0;
        return [mu * concentration, (1.0 - mu) * concentration];
    }

    /// <summary>The log-density at <paramref name="x"/> given mean and standard deviation, with all digits where the shapes are large.</summary>
    public static Real LogDensityFromMoments(Real x, [Requires(Support.Unit)] Real mu, [Requires(Support.Positive)] Real sigma)
        => LogDensityFromConcentration(x, mu, mu * (1.0 - mu) / Square(sigma) - 1.0);

    /// <summary>From mean and concentration: alpha = mu nu, beta = (1 − mu) nu.</summary>
    [Parameterization]
    public static Real[] FromConcentration([Requires(Support.Unit)] Real mu, [Requires(Support.Positive)] Real nu)
        => [mu * nu, (1.0 - mu) * nu];

    /// <summary>The log-density at <paramref name="x"/> given mean and concentration, with all digits where the shapes are large.</summary>
    public static Real LogDensityFromConcentration(Real x, [Requires(Support.Unit)] Real mu, [Requires(Support.Positive)] Real nu)
    {
        var (alpha, beta) = (mu * nu, (1.0 - mu) * nu);
        return IsSmallConstant(nu)
            ? LogDensity(x, alpha, beta)
            : Log(alpha) + Log1p(-mu) + StirlingExcess(nu) - StirlingExcess(alpha) - StirlingExcess(beta)
                - Log(x) - Log1p(-x) - nu * (PoissonDeviance(mu, x) + PoissonDeviance(1.0 - mu, 1.0 - x));
    }

    /// <summary>The location and the scale of the variate's logit, about as they are for shapes above 1.</summary>
    internal static Real[] Center(Real alpha, Real beta) => [Log(alpha) - Log(beta), Sqrt(1.0 / alpha + 1.0 / beta)];
}
