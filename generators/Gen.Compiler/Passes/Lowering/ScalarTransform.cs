using System;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>The bijections between the real line and where a number lies.</summary>
internal static class ScalarTransform
{
    /// <summary>The unconstrained value.</summary>
    public static Expr Unconstrain(VariateRange range, Expr x) => (range.Lower, range.Upper, range.Support) switch
    {
        _ when Optional(range) is var (isThere, bounded, open) => Where(isThere, Unconstrain(bounded, x), Unconstrain(open, x)),
        (_, _, Support.Real) => x,
        (_, _, Support.Positive or Support.NonNegative) => PositiveBijection.Unconstrain(x),
        (_, _, Support.Unit) => UnitBijection.Unconstrain(x),
        (_, _, Support.Circular) => CircularBijection.Unconstrain(x),
        ({ } lower, { } upper, Support.Interval) => IntervalBijection.Unconstrain(x, lower, upper),
        ({ } lower, null, Support.Interval) => LowerBijection.Unconstrain(x, lower),
        (null, { } upper, Support.Interval) => UpperBijection.Unconstrain(x, upper),
        _ => throw Discrete(),
    };

    /// <summary>The value of an unconstrained one, and the logarithm of its derivative; <paramref name="holds"/> tells what is known to hold whatever latents are.</summary>
    public static (Expr Value, Expr LogJacobian) Constrain(VariateRange range, Expr y, Func<Expr, bool> holds) => (range.Lower, range.Upper, range.Support) switch
    {
        _ when Optional(range) is var (isThere, bounded, open) && (Constrain(bounded, y, holds), Constrain(open, y, holds)) is var (some, none) =>
            (Where(isThere, some.Value, none.Value), Where(isThere, some.LogJacobian, none.LogJacobian)),
        (_, _, Support.Real) => (y, 0),
        (_, _, Support.Positive or Support.NonNegative) => (PositiveBijection.Constrain(y), PositiveBijection.LogJacobian(y)),
        (_, _, Support.Unit) => (UnitBijection.Constrain(y), UnitBijection.LogJacobian(y)),
        (_, _, Support.Circular) => (CircularBijection.Constrain(y), CircularBijection.LogJacobian(y)),
        ({ } lower, { } upper, Support.Interval) when Finite(lower, upper, holds) is var (from, to) =>
            (IntervalBijection.Constrain(y, from, NotBelow(from, to, holds)), Possible(lower, upper, IntervalBijection.LogJacobian(y, lower, upper), holds)),
        ({ } lower, null, Support.Interval) => (LowerBijection.Constrain(y, lower), LowerBijection.LogJacobian(y)),
        (null, { } upper, Support.Interval) => (UpperBijection.Constrain(y, upper), UpperBijection.LogJacobian(y)),
        _ => throw Discrete(),
    };

    /// <summary>When an end that may be none is one, the range with it, which has some other end where it is none, and the range without it; or null.</summary>
    private static (Expr IsThere, VariateRange With, VariateRange Without)? Optional(VariateRange range)
    {
        var none = range with { IsLowerOptional = false, IsUpperOptional = false };
        if (range is { IsUpperOptional: true, Upper: { } upper })
        {
            var isThere = Less(upper, double.PositiveInfinity);
            return (isThere, none with { Upper = Where(isThere, upper, range.Lower is { } start ? start + 1 : 0) }, none with { Upper = null });
        }

        if (range is { IsLowerOptional: true, Lower: { } lower })
        {
            var isThere = Less(double.NegativeInfinity, lower);
            return (isThere, none with { Lower = Where(isThere, lower, range.Upper is { } end ? end - 1 : 0) }, none with { Lower = null });
        }

        return null;
    }

    /// <summary>
    /// In the place of an interval that ends before it begins stands another that begins there: what is known of a latent by its support stays true, although nothing
    /// is possible.
    /// </summary>
    public static Expr NotBelow(Expr lower, Expr upper, Func<Expr, bool> holds) => holds(LessOrEqual(lower, upper)) ? upper : Where(Less(lower, upper), upper, lower + 1);

    /// <summary>
    /// Where an interval ends before it begins, or never, nothing is possible: the logarithm of a negative length, or of an infinite one, would make that no number
    /// at all.
    /// </summary>
    private static Expr Possible(Expr lower, Expr upper, Expr logJacobian, Func<Expr, bool> holds)
    {
        var isInOrder = LessOrEqual(lower, upper);
        var possible = holds(isInOrder) ? logJacobian : Where(isInOrder, logJacobian, double.NegativeInfinity);
        return IsFinite(lower, upper, holds) ? possible : Where(Less(upper - lower, double.PositiveInfinity), possible, double.NegativeInfinity);
    }

    /// <summary>The ends of an interval, or 0 and 1 in the place of ends that have overflowed: a latent that is no number would make all else none, although nothing is possible.</summary>
    private static (Expr Lower, Expr Upper) Finite(Expr lower, Expr upper, Func<Expr, bool> holds) => IsFinite(lower, upper, holds) ? (lower, upper)
        : (Where(Less(upper - lower, double.PositiveInfinity), lower, 0), Where(Less(upper - lower, double.PositiveInfinity), upper, 1));

    /// <summary>Whether the length of an interval is known to be finite, and its ends, which may both overflow though they differ by a number.</summary>
    private static bool IsFinite(Expr lower, Expr upper, Func<Expr, bool> holds) =>
        holds(Less(upper - lower, double.PositiveInfinity)) && holds(LessOrEqual(lower, double.MaxValue)) && holds(LessOrEqual(upper, double.MaxValue));

    private static NotSupportedException Discrete() => new("a latent from a discrete distribution");
}
