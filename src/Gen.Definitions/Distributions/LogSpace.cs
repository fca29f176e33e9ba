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

    /// <summary>log(exp a + exp b), where neither overflows; −∞ where both are.</summary>
    public static Real Add(Real a, Real b)
    {
        // The larger one's derivatives cancel.
        var largest = Detach(Max(a, b));
        var shift = Where(Less(double.NegativeInfinity, largest), largest, 0.0);
        return shift + Log(Exp(a - shift) + Exp(b - shift));
    }

    /// <summary>0 from lower to upper, as far as there are such ends, and −∞ beyond: a term of its own, since it has no derivatives.</summary>
    public static Real Inside(Real x, Real? lower, Real? upper) => (lower, upper) switch
    {
        ({ } start, { } end) => Where(And(LessOrEqual(start, x), LessOrEqual(x, end)), 0.0, double.NegativeInfinity),
        ({ } start, null) => Where(LessOrEqual(start, x), 0.0, double.NegativeInfinity),
        (null, { } end) => Where(LessOrEqual(x, end), 0.0, double.NegativeInfinity),
        _ => 0.0,
    };
}
