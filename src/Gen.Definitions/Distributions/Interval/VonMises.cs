using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The von Mises distribution of angles, −π to π, around the mean direction <c>mu</c> with concentration <c>kappa</c>: the normal distribution's
/// counterpart on the circle, uniform when kappa is 0.
/// </summary>
/// <remarks>The mean of the distribution is its mean direction, and the variance the circular one, 1 − I₁(kappa) / I₀(kappa).</remarks>
[Distribution(Support.Circular)]
public static partial class VonMises
{
    /// <summary>The log-density at the angle <paramref name="x"/>, −π ≤ x ≤ π.</summary>
    /// <remarks>kappa (cos d − 1) is −2 kappa sin² (d / 2), which keeps its digits near the mean direction.</remarks>
    public static Real LogDensity(Real x, [Default(0)] Real mu, [Default(1), Requires(Support.NonNegative)] Real kappa)
        => -2 * kappa * Square(Sin(0.5 * (x - mu))) - 2 * HalfLogTwoPi - LogScaledBesselI0(kappa);
}
