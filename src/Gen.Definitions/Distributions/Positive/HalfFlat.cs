namespace Gen.Distributions;

/// <summary>The same density 1 for every number from 0.</summary>
/// <remarks>It is improper, as <see cref="Flat"/> is.</remarks>
[Distribution(Support.NonNegative)]
public static partial class HalfFlat
{
    /// <summary>The log-density at <paramref name="x"/> ≥ 0: 0.</summary>
    public static Real LogDensity(Real x) => 0.0;
}
