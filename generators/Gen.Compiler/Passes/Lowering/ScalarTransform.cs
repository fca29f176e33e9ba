using System;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;

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

    /// <summary>The value of an unconstrained one, and the logarithm of its derivative.</summary>
    public static (Expr Value, Expr LogJacobian) Constrain(VariateRange range, Expr y) => (range.Lower, range.Upper, range.Support) switch
    {
        (_, _, Support.Real) => (y, 0),
        (_, _, Support.Positive or Support.NonNegative) => (PositiveBijection.Constrain(y), PositiveBijection.LogJacobian(y)),
        (_, _, Support.Unit) => (UnitBijection.Constrain(y), UnitBijection.LogJacobian(y)),
        (_, _, Support.Circular) => (CircularBijection.Constrain(y), CircularBijection.LogJacobian(y)),
        ({ } lower, { } upper, Support.Interval) => (IntervalBijection.Constrain(y, lower, upper), IntervalBijection.LogJacobian(y, lower, upper)),
        ({ } lower, null, Support.Interval) => (LowerBijection.Constrain(y, lower), LowerBijection.LogJacobian(y)),
        (null, { } upper, Support.Interval) => (UpperBijection.Constrain(y, upper), UpperBijection.LogJacobian(y)),
        _ => throw Discrete(),
    };

    private static NotSupportedException Discrete() => new("a latent from a discrete distribution");
}
