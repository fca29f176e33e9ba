using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>Probabilities kept as logarithms.</summary>
internal static class LogSpace
{
    /// <summary>log(1 − exp a) for a ≤ 0, accurate at both ends.</summary>
    /// <remarks>Mächler (2012), "Accurately computing log(1 − exp(−|a|))".</remarks>
    public static Real Complement(Real a) => Where(Less(-LogTwo, a), Log(-Expm1(a)), Log1p(-Exp(a)));
}
