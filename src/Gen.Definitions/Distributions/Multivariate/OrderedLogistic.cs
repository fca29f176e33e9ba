using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// Ordered categories 0, 1, …, K: in which of the intervals between K increasing cutpoints a logistic variate with location eta falls.
/// </summary>
[Distribution(Support.OrderedCategory)]
public static partial class OrderedLogistic
{
    /// <summary>The log-probability of category <paramref name="x"/>.</summary>
    /// <remarks>
    /// With lower and upper cutpoints a and b of the category, σ(b − eta) − σ(a − eta) = σ(b − eta) σ(eta − a) (1 − exp(a − b)), whose logarithm
    /// cancels nowhere; the first and the last category lack a or b.
    /// </remarks>
    public static Real LogDensity(Real x, Real eta, [Requires(Support.Ordered)] RealVector cutpoints)
    {
        var isAbove = Less(0.0, x);
        var isBelow = Less(x, cutpoints.Length);
        var lower = At(cutpoints, Max(x - 1.0, 0.0));
        var upper = At(cutpoints, Min(x, cutpoints.Length - 1));
        return Where(isBelow, -Log1pExp(eta - upper), 0.0)
            + Where(isAbove, -Log1pExp(lower - eta), 0.0)
            + Where(And(isAbove, isBelow), LogSpace.Complement(Where(And(isAbove, isBelow), lower - upper, -1.0)), 0.0);
    }
}
