using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// Normal values of mean 0 whose variance depends on the past, GARCH(1, 1): sigma₀ = initialVol and sigma_t² = omega + alpha1 x_{t−1}² + beta1 sigma_{t−1}².
/// </summary>
/// <remarks>Bollerslev (1986), "Generalized autoregressive conditional heteroskedasticity"; PyMC's GARCH11.</remarks>
[Distribution(Support.Real)]
public static partial class Garch
{
    /// <summary>The log-density at the series <paramref name="x"/>.</summary>
    public static Real LogDensity(
        RealVector x, [Requires(Support.Positive)] Real omega, [Requires(Support.NonNegative)] Real alpha1, [Requires(Support.NonNegative)] Real beta1,
        [Requires(Support.Positive)] Real initialVol)
    {
        var variance = Scan(0, x.Length, Square(initialVol), (t, before) => omega + alpha1 * Square(x[t - 1]) + beta1 * before);
        return Sum(0, x.Length, t => -0.5 * (Square(x[t]) / variance[t] + Log(variance[t])) - HalfLogTwoPi);
    }
}
