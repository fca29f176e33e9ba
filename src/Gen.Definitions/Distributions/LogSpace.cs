using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>Probabilities kept as logarithms.</summary>
internal static class LogSpace
{
    /// <summary>log(1 − exp a) for a ≤ 0, accurate at both ends.</summary>
    /// <remarks>Mächler (2012), "Accurately computing log(1 − exp(−|a|))".</remarks>
    public static Real Complement(Real a) => Where(Less(-LogTwo, a), Log(-Expm1(a)), Log1p(-Exp(a)));

    /// <summary>log(1 − exp(−exp a)) for any a, accurate at both ends: the logarithm of the inverse of the complementary log-log function.</summary>
    /// <remarks>Below −40 it is a to the last digit, and above 700 it is 0; there a is held, so that no derivative overflows.</remarks>
    public static Real ComplementOfExp(Real a) => Where(Less(a, -40), a, Complement(-Exp(Min(Max(a, -40), 700))));
}
