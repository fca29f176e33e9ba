using System;
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
        (_, _, Support.Real) => (y, 0),
        (_, _, Support.Positive or Support.NonNegative) => (PositiveBijection.Constrain(y), PositiveBijection.LogJacobian(y)),
        (_, _, Support.Unit) => (UnitBijection.Constrain(y), UnitBijection.LogJacobian(y)),
        (_, _, Support.Circular) => (CircularBijection.Constrain(y), CircularBijection.LogJacobian(y)),
        ({ } lower, { } upper, Support.Interval) => (IntervalBijection.Constrain(y, lower, upper), Possible(lower, upper, IntervalBijection.LogJacobian(y, lower, upper), holds)),
        ({ } lower, null, Support.Interval) => (LowerBijection.Constrain(y, lower), LowerBijection.LogJacobian(y)),
        (null, { } upper, Support.Interval) => (UpperBijection.Constrain(y, upper), UpperBijection.LogJacobian(y)),
        _ => throw Discrete(),
    };

    /// <summary>Where an interval ends before it begins, nothing is possible: the logarithm of a negative length would make that no number at all.</summary>
    private static Expr Possible(Expr lower, Expr upper, Expr logJacobian, Func<Expr, bool> holds) =>
        holds(LessOrEqual(lower, upper)) ? logJacobian : Where(LessOrEqual(lower, upper), logJacobian, double.NegativeInfinity);

    private static NotSupportedException Discrete() => new("a latent from a discrete distribution");
}
