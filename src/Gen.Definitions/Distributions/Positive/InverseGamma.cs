using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The inverse gamma distribution, that of the reciprocal of a gamma variate, with shape <c>alpha</c> and scale <c>beta</c>, or mean <c>mu</c> and
/// standard deviation <c>sigma</c>.
/// </summary>
[Distribution(Support.Positive)]
public static partial class InverseGamma
{
    /// <summary>The log-density at <paramref name="x"/> &gt; 0, in the form of <see cref="Gamma"/>'s.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real alpha, [Requires(Support.Positive)] Real beta)
        => IsSmallConstant(alpha)
            ? alpha * Log(beta) - LogGamma(alpha) - (alpha + 1.0) * Log(x) - beta / x
            : Log(alpha) - Log(x) - PoissonDeviance(alpha, beta / x) - StirlingExcess(alpha);

    /// <summary>From mean and standard deviation: alpha = 2 + mu² / sigma², beta = mu (1 + mu² / sigma²).</summary>
    [Parameterization]
    public static Real[] FromMoments([Requires(Support.Positive)] Real mu, [Requires(Support.Positive)] Real sigma)
    {
        var ratio = Square(mu / sigma);
        return [2.0 + ratio, mu * (1.0 + ratio)];
    }

    /// <summary>The log-density at <paramref name="x"/> given mean and standard deviation, with all digits where the shape is large.</summary>
    public static Real LogDensityFromMoments(Real x, [Requires(Support.Positive)] Real mu, [Requires(Support.Positive)] Real sigma)
    {
        var less = 1.0 + Square(mu / sigma);
        return IsSmallConstant(less)
            ? LogDensity(x, 1.0 + less, mu * less)
            : Log(less) + LogRatio(mu, x) - Log(x) - less / x * PoissonDeviance(x, mu) - StirlingExcess(less);
    }

    /// <summary>The location and the scale of the variate's logarithm, about as they are for shapes above 1.</summary>
    internal static Real[] Center(Real alpha, Real beta) => [Log(beta) - Log(alpha), 1.0 / Sqrt(alpha)];
}
