using System.ComponentModel;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

// A bijection maps an unconstrained y to x = Constrain(y) in a support; a density of x becomes one of y by adding LogJacobian(y) = log |dx/dy|.

/// <summary>The real line onto itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
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
[EditorBrowsable(EditorBrowsableState.Never)]
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
[EditorBrowsable(EditorBrowsableState.Never)]
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
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IntervalBijection
{
    /// <summary>x = lower + (upper − lower) / (1 + exp −y).</summary>
    public static Real Constrain(Real y, Real lower, Real upper) => lower + (upper - lower) * InverseLogit(y);

    /// <summary>log |dx/dy| = log(upper − lower) + log u + log(1 − u), u = 1 / (1 + exp −y).</summary>
    public static Real LogJacobian(Real y, Real lower, Real upper) => Log(upper - lower) - Log1pExp(-y) - Log1pExp(y);

    /// <summary>y = log((x − lower) / (upper − x)).</summary>
    public static Real Unconstrain(Real x, Real lower, Real upper) => Log((x - lower) / (upper - x));
}

/// <summary>The real line onto the numbers above lower.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LowerBijection
{
    /// <summary>x = lower + exp y.</summary>
    public static Real Constrain(Real y, Real lower) => lower + Exp(y);

    /// <summary>log |dx/dy| = y.</summary>
    public static Real LogJacobian(Real y) => y;

    /// <summary>y = log(x − lower).</summary>
    public static Real Unconstrain(Real x, Real lower) => Log(x - lower);
}

/// <summary>The real line onto the numbers below upper.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UpperBijection
{
    /// <summary>x = upper − exp y.</summary>
    public static Real Constrain(Real y, Real upper) => upper - Exp(y);

    /// <summary>log |dx/dy| = y.</summary>
    public static Real LogJacobian(Real y) => y;

    /// <summary>y = log(upper − x).</summary>
    public static Real Unconstrain(Real x, Real upper) => Log(upper - x);
}

/// <summary>The real line wound around the circle of angles, −π … π.</summary>
/// <remarks>
/// Every turn of y leads to the same x, so this is no bijection, and a density of x alone would be periodic in y and have no integral. Each y
/// therefore counts with a weight w(y) = F(y + π) − F(y − π), F the logistic distribution function: the weights of all y of one x add up to 1,
/// whatever x is, so that x keeps its density exactly while that of y is proper. Unlike a map onto an interval it has no wall at ±π, where the
/// density of an angle may well have its mode.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CircularBijection
{
    private const double Turn = 6.28318530717958647693;

    /// <summary>y less whole turns.</summary>
    public static Real Constrain(Real y) => y - Turn * Floor(y / Turn + 0.5);

    /// <summary>log w(y); |dx/dy| is 1.</summary>
    public static Real LogJacobian(Real y) => Log1p(-System.Math.Exp(-Turn)) - Log1pExp(-y - 0.5 * Turn) - Log1pExp(y - 0.5 * Turn);

    /// <summary>y = x, without a turn.</summary>
    public static Real Unconstrain(Real x) => x;
}
