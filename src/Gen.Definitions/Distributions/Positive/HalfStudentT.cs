using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The absolute value of Student's t with <c>nu</c> degrees of freedom, location 0 and scale <c>sigma</c>, or <c>lam</c> = 1 / sigma².
/// </summary>
[Distribution(Support.NonNegative)]
public static partial class HalfStudentT
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Positive)] Real nu, [Default(1), Requires(Support.Positive)] Real sigma)
        => LogTwo + StudentT.LogDensity(x, nu, 0, sigma);

    /// <summary>From degrees of freedom and inverse squared scale.</summary>
    [Parameterization]
    public static Real[] FromPrecision([Requires(Support.Positive)] Real nu, [Requires(Support.Positive)] Real lam) => [nu, 1.0 / Sqrt(lam)];

    /// <summary>The location and the scale of the variate's logarithm, but for numbers.</summary>
    internal static Real[] Center(Real nu, Real sigma) => [Log(sigma), 1.0];
}
