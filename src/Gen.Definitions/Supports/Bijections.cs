using static Gen.Numerics.Functions;

namespace Gen.Distributions;

// A bijection maps an unconstrained y to x = Constrain(y) in a support; a density of x becomes one of y by adding LogJacobian(y) = log |dx/dy|.

/// <summary>The real line onto itself.</summary>
public static class RealBijection
{
    /// <summary>x = y.</summary>
    public static Real Constrain(Real y) => y;

    /// <summary>log |dx/dy| = 0.</summary>
    public static Real LogJacobian(Real y) => 0.0;

    /// <summary>y = x.</summary>
    public static Real Unconstrain(Real x) => x;
}

/// <summary>The real line onto the positive numbers.</summary>
public static class PositiveBijection
{
    /// <summary>x = exp y.</summary>
    public static Real Constrain(Real y) => Exp(y);

    /// <summary>log |dx/dy| = y.</summary>
    public static Real LogJacobian(Real y) => y;

    /// <summary>y = log x.</summary>
    public static Real Unconstrain(Real x) => Log(x);
}

/// <summary>The real line onto (0, 1).</summary>
public static class UnitBijection
{
    /// <summary>x = 1 / (1 + exp −y).</summary>
    public static Real Constrain(Real y) => InverseLogit(y);

    /// <summary>log |dx/dy| = log x + log(1 − x).</summary>
    public static Real LogJacobian(Real y) => -Log1pExp(-y) - Log1pExp(y);

    /// <summary>y = log(x / (1 − x)).</summary>
    public static Real Unconstrain(Real x) => Logit(x);
}

/// <summary>The real line onto (lower, upper).</summary>
public static class IntervalBijection
{
    /// <summary>x = lower + (upper − lower) / (1 + exp −y).</summary>
    public static Real Constrain(Real y, Real lower, Real upper) => lower + (upper - lower) * InverseLogit(y);

    /// <summary>log |dx/dy| = log(upper − lower) + log u + log(1 − u), u = 1 / (1 + exp −y).</summary>
    public static Real LogJacobian(Real y, Real lower, Real upper) => Log(upper - lower) - Log1pExp(-y) - Log1pExp(y);

    /// <summary>y = log((x − lower) / (upper − x)).</summary>
    public static Real Unconstrain(Real x, Real lower, Real upper) => Log((x - lower) / (upper - x));
}
