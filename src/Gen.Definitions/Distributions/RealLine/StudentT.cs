using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>Student's t with <c>nu</c> degrees of freedom, location <c>mu</c> and scale <c>sigma</c>, or <c>lam</c> = 1 / sigma².</summary>
[Distribution(Support.Real, Location = "mu", Scale = "sigma")]
public static partial class StudentT
{
    /// <summary>The log-density at <paramref name="x"/>.</summary>
    /// <remarks>
    /// log Γ(h + ½) − log Γ(h) − ½ log h, h = nu / 2, is a difference of large numbers: it is computed without them, and when nu is large by its
    /// asymptotic series (DLMF 5.11.13), whose next term is below 1e-18, so that its derivative keeps its digits too.
    /// </remarks>
    public static Real LogDensity(
        Real x, [Requires(Support.Positive)] Real nu, [Default(0)] Real mu, [Default(1), Requires(Support.Positive)] Real sigma)
    {
        var z = (x - mu) / sigma;
        var half = 0.5 * nu;
        var square = 1.0 / Square(half);
        var ratio = Where(
            Less(nu, 400.0),
            StirlingExcess(half + 0.5) - StirlingExcess(half) + (half - 0.5) * Log1p(0.5 / half) - 0.5,
            (-1.0 / 8.0 + (1.0 / 192.0 - square / 640.0) * square) / half);
        return ratio - HalfLogTwoPi - Log(sigma) - 0.5 * (nu + 1.0) * Log1p(Square(z) / nu);
    }

    /// <summary>From degrees of freedom, location and inverse squared scale.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Requires(Support.Positive)] Real nu, [Default(0)] Real mu, [Requires(Support.Positive)] Real lam)
        => [nu, mu, 1.0 / Sqrt(lam)];
}
