using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Arithmetic;
using F = Gen.Numerics.Functions;

namespace Gen.Compiler.Ir;

/// <summary>A partial derivative of an operation: from its arguments and its result to the derivative.</summary>
public delegate Expr Partial(Expr[] arguments, Expr result);

/// <summary>All that the compiler knows of a scalar operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Arity">The number of its arguments.</param>
/// <param name="Evaluate">Its value on doubles: the interpreter's meaning of the operation.</param>
/// <param name="Partials">Its derivative by each argument; null where the operation is piecewise constant in it.</param>
public sealed record OperationRow(Operation Operation, int Arity, Func<double[], double> Evaluate, params Partial?[] Partials)
{
    /// <summary>
    /// For each argument, where the derivative is taken as 0 because it is infinite though the value is not: at the 0 of a root or of a power below 1. What
    /// stands there in a model is a product with data that are exactly 0 (no spend, no dose), along which the value is constant, so that 0 is the limit.
    /// Null where there is no such place.
    /// </summary>
    public Partial?[]? Singular { get; init; }

    /// <summary>The C# operator, or null where the operation is a function of its own name, in <c>Gen.Numerics.Functions</c> and on lanes.</summary>
    public string? Operator { get; init; }

    /// <summary>The support of the result, whatever the arguments are, where it is not all numbers.</summary>
    public Support Range { get; init; } = Support.Real;

    /// <summary>Points at which tests compare value and derivatives with independent ones.</summary>
    public double[] Probe { get; init; } = [-2.5, -1, -0.3, 0.4, 1, 3];

    /// <summary>Whether it occurs in derivatives only, so that it has none itself; the language does not offer it.</summary>
    public bool IsOfDerivatives { get; init; }

    /// <summary>Whether it costs much more than an addition: worth an array of its own rather than a second evaluation.</summary>
    public bool Expensive { get; init; } = true;
}

/// <summary>The one table of scalar operations.</summary>
public static class OperationTable
{
    private static readonly double[] PositivePoints = [1e-3, 0.2, 0.9, 1, 1.7, 12, 250];
    private static readonly double[] BesselPoints = [-40, -2.5, 1e-3, 0.4, 1, 3, 14, 30, 250];
    private static readonly double[] UnitPoints = [1e-6, 0.1, 0.5, 0.8, 0.9999];

    private static readonly Dictionary<Operation, OperationRow> Rows = new OperationRow[]
    {
        new(Operation.Add, 2, v => v[0] + v[1], (a, _) => 1, (a, _) => 1) { Operator = "+", Expensive = false },
        new(Operation.Subtract, 2, v => v[0] - v[1], (a, _) => 1, (a, _) => -1) { Operator = "-", Expensive = false },
        new(Operation.Multiply, 2, v => v[0] * v[1], (a, _) => a[1], (a, _) => a[0]) { Operator = "*", Expensive = false },
        new(Operation.Divide, 2, v => v[0] / v[1], (a, _) => 1 / a[1], (a, r) => -r / a[1]) { Operator = "/", Expensive = false },
        new(Operation.Negate, 1, v => -v[0], (a, _) => -1) { Operator = "-", Expensive = false },
        new(Operation.Square, 1, v => v[0] * v[0], (a, _) => 2 * a[0]) { Range = Support.NonNegative, Expensive = false },
        new(Operation.Sqrt, 1, v => Math.Sqrt(v[0]), (_, r) => 0.5 / r) { Singular = [(_, r) => F.Equal(r, 0)], Range = Support.NonNegative, Probe = PositivePoints },
        new(Operation.Exp, 1, v => Math.Exp(v[0]), (_, r) => r) { Range = Support.Positive, Probe = [-30, -2, 0, 0.5, 3, 20] },
        new(Operation.Expm1, 1, v => Scalar.Expm1(v[0]), (_, r) => r + 1) { Probe = [-30, -1, -1e-9, 1e-9, 0.5, 20] },
        new(Operation.Log, 1, v => Math.Log(v[0]), (a, _) => 1 / a[0]) { Probe = PositivePoints },
        new(Operation.Log1p, 1, v => Scalar.Log1p(v[0]), (a, _) => 1 / (1 + a[0])) { Probe = [-0.9, -1e-9, 1e-9, 0.5, 40] },
        new(Operation.Pow, 2, v => Math.Pow(v[0], v[1]), (a, _) => a[1] * F.Pow(a[0], a[1] - 1), (a, r) => r * F.Log(a[0]))
        {
            Singular = [(a, _) => a[1].IsConstant(out var power) && power >= 1 ? 0 : F.And(F.Equal(a[0], 0), F.Less(a[1], 1)), (a, _) => F.Equal(a[0], 0)], Probe = PositivePoints,
        },
        new(Operation.Abs, 1, v => Math.Abs(v[0]), (a, _) => F.Sign(a[0])) { Range = Support.NonNegative, Expensive = false },
        new(Operation.Sign, 1, v => v[0] > 0 ? 1 : v[0] < 0 ? -1 : 0, [null]) { Expensive = false },
        new(Operation.Floor, 1, v => Math.Floor(v[0]), [null]) { Expensive = false },
        new(Operation.Sin, 1, v => Math.Sin(v[0]), (a, _) => F.Cos(a[0])),
        new(Operation.Cos, 1, v => Math.Cos(v[0]), (a, _) => -F.Sin(a[0])),
        new(Operation.Tan, 1, v => Math.Tan(v[0]), (_, r) => 1 + F.Square(r)) { Probe = [-1.2, -0.3, 0, 0.4, 1.4] },
        new(Operation.Atan, 1, v => Math.Atan(v[0]), (a, _) => 1 / (1 + F.Square(a[0]))),
        new(Operation.Tanh, 1, v => Math.Tanh(v[0]), (_, r) => 1 - F.Square(r)),
        new(Operation.Max, 2, v => Math.Max(v[0], v[1]), (a, _) => F.LessOrEqual(a[1], a[0]), (a, _) => F.Less(a[0], a[1])) { Expensive = false },
        new(Operation.Min, 2, v => Math.Min(v[0], v[1]), (a, _) => F.LessOrEqual(a[0], a[1]), (a, _) => F.Less(a[1], a[0])) { Expensive = false },
        new(Operation.InverseLogit, 1, v => Scalar.InverseLogit(v[0]), (_, r) => r * (1 - r)) { Range = Support.Unit, Probe = [-40, -2, 0, 1, 30] },
        new(Operation.Logit, 1, v => Math.Log(v[0]) - Scalar.Log1p(-v[0]), (a, _) => 1 / (a[0] * (1 - a[0]))) { Probe = UnitPoints },
        new(Operation.Log1pExp, 1, v => Scalar.Log1pExp(v[0]), (a, _) => F.InverseLogit(a[0])) { Range = Support.Positive, Probe = [-745, -37, -1, 0, 1, 37, 709] },
        new(Operation.LogGamma, 1, v => Scalar.LogGamma(v[0]), (a, _) => F.Digamma(a[0])) { Probe = PositivePoints },
        new(Operation.Digamma, 1, v => Scalar.Digamma(v[0]), (Partial?)null) { Probe = PositivePoints, IsOfDerivatives = true },
        new(Operation.LogBesselI0, 1, v => Scalar.LogBesselI0(v[0]), (a, _) => F.BesselRatio(a[0])) { Range = Support.NonNegative, Probe = BesselPoints },
        new(Operation.BesselRatio, 1, v => Scalar.BesselRatio(v[0]), (Partial?)null) { Probe = BesselPoints, IsOfDerivatives = true },
        new(Operation.Erf, 1, v => Scalar.Erf(v[0]), (a, _) => TwoOverSqrtPi * F.Exp(-F.Square(a[0]))),
        new(Operation.Erfc, 1, v => Scalar.Erfc(v[0]), (a, _) => -TwoOverSqrtPi * F.Exp(-F.Square(a[0]))) { Range = Support.Positive },
        new(Operation.NormalCdf, 1, v => 0.5 * Scalar.Erfc(-v[0] / Math.Sqrt(2)), (a, _) => F.Exp(-0.5 * F.Square(a[0]) - F.HalfLogTwoPi)) { Range = Support.Unit },
        new(Operation.LogNormalCdf, 1, v => Scalar.LogNormalCdf(v[0]), (a, _) => F.InverseMills(a[0])) { Probe = [-30, -5, -1, 0, 1, 5] },
        new(Operation.InverseMills, 1, v => Scalar.InverseMills(v[0]), (Partial?)null) { Range = Support.Positive, Probe = [-1e10, -30, -5, -1, 0, 1, 5], IsOfDerivatives = true },
        new(Operation.XLogY, 2, v => v[0] == 0 && v[1] >= 0 ? 0 : v[0] * Math.Log(v[1]), (a, _) => F.Log(Guarded(a[0], a[1], 0)), (a, _) => a[0] / Guarded(a[0], a[1], 0)) { Probe = PositivePoints },
        new(Operation.XLog1pY, 2, v => v[0] == 0 && v[1] >= -1 ? 0 : v[0] * Scalar.Log1p(v[1]), (a, _) => F.Log1p(Guarded(a[0], a[1], -1)), (a, _) => a[0] / (1 + Guarded(a[0], a[1], -1))) { Probe = [-0.9, -0.2, 1e-3, 0.5, 40] },
        new(Operation.LogRatio, 2, v => Scalar.LogRatio(v[0], v[1]), (a, _) => 1 / a[0], (a, _) => -1 / a[1]) { Probe = PositivePoints },
        new(Operation.PoissonDeviance, 2, v => Scalar.PoissonDeviance(v[0], v[1]), (a, _) => F.LogRatio(a[0], a[1]), (a, _) => F.Where(F.Equal(a[0], 0), 1, (a[1] - a[0]) / a[1])) { Range = Support.NonNegative, Probe = PositivePoints },
        new(Operation.StirlingExcess, 1, v => Scalar.StirlingExcess(v[0]), (a, _) => F.StirlingExcessSlope(a[0])) { Range = Support.NonNegative, Probe = PositivePoints },
        new(Operation.StirlingExcessSlope, 1, v => Scalar.StirlingExcessSlope(v[0]), (Partial?)null) { Range = Support.Positive, Probe = PositivePoints, IsOfDerivatives = true },
        new(Operation.LogScaledBesselI0, 1, v => Scalar.LogScaledBesselI0(v[0]), (a, _) => F.ScaledBesselSlope(a[0])) { Probe = BesselPoints },
        new(Operation.ScaledBesselSlope, 1, v => Scalar.ScaledBesselSlope(v[0]), (Partial?)null) { Probe = BesselPoints, IsOfDerivatives = true },
        new(Operation.Where, 3, v => v[0] != 0 ? v[1] : v[2], null, (a, _) => F.Where(a[0], 1, 0), (a, _) => F.Where(a[0], 0, 1)) { Expensive = false },
        new(Operation.Less, 2, v => v[0] < v[1] ? 1 : 0, null, null) { Expensive = false },
        new(Operation.LessOrEqual, 2, v => v[0] <= v[1] ? 1 : 0, null, null) { Expensive = false },
        new(Operation.Equal, 2, v => v[0] == v[1] ? 1 : 0, null, null) { Expensive = false },
        new(Operation.And, 2, v => v[0] != 0 && v[1] != 0 ? 1 : 0, null, null) { Expensive = false },
        new(Operation.Or, 2, v => v[0] != 0 || v[1] != 0 ? 1 : 0, null, null) { Expensive = false },
        new(Operation.Not, 1, v => v[0] == 0 ? 1 : 0, [null]) { Expensive = false },
        new(Operation.IntegerDivide, 2, v => Math.Truncate(v[0] / v[1]), null, null) { Operator = "/" },
        new(Operation.Remainder, 2, v => v[0] % v[1], (a, _) => 1, (a, _) => -Expr.Apply(Operation.IntegerDivide, a[0], a[1])) { Operator = "%", Probe = [-2.7, -1.15, 0.43, 3.35] },
        new(Operation.Detach, 1, v => v[0], [null]) { Expensive = false },
    }.ToDictionary(row => row.Operation);

    // What a factor of zero is multiplied with where its logarithm is infinite: an argument whose logarithm is 0, so that 0 · ∞ occurs nowhere.
    private static Expr Guarded(Expr factor, Expr argument, double pole) =>
        F.Where(F.And(F.Equal(factor, 0), F.Equal(argument, pole)), pole + 1, argument);

    private const double TwoOverSqrtPi = 1.12837916709551257390;

    /// <summary>The operations in the order of the enumeration.</summary>
    public static IEnumerable<OperationRow> All => Rows.Values;

    /// <summary>The row of an operation.</summary>
    public static OperationRow Row(Operation operation) => Rows[operation];

    /// <summary>The value of an operation on doubles.</summary>
    public static double Evaluate(Operation operation, params double[] arguments) => Rows[operation].Evaluate(arguments);

    /// <summary>The operation that a function of the language is, by its name.</summary>
    public static bool TryFind(string function, out Operation operation) => Enum.TryParse(function, out operation) && Enum.IsDefined(typeof(Operation), operation) && !Row(operation).IsOfDerivatives;
}
