using System;
using System.Collections.Concurrent;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>Where a value may lie, as far as it matters for limits: at 0, at the ends, at what is not a number, or on either side of 0 and of ±1.</summary>
[Flags]
internal enum NumberKinds
{
    None = 0,
    NegativeInfinity = 1,

    /// <summary>Finite, but so far below 0 that it stands for −∞ where that would be multiplied by 0.</summary>
    NegativeHuge = 2,

    /// <summary>−1 and below.</summary>
    Negative = 4,

    /// <summary>Between −1 and 0.</summary>
    NegativeUnit = 8,
    Zero = 16,

    /// <summary>Between 0 and 1.</summary>
    Unit = 32,

    /// <summary>1 and above.</summary>
    Positive = 64,
    Huge = 128,
    Infinity = 256,

    /// <summary>Not a number.</summary>
    Undefined = 512,

    AnyPositive = Unit | Positive | Huge,
    AnyNegative = NegativeHuge | Negative | NegativeUnit,

    /// <summary>What data and latents may be.</summary>
    Finite = Negative | NegativeUnit | Zero | Unit | Positive,
    Infinite = NegativeInfinity | Infinity,
    Anything = AnyNegative | Zero | AnyPositive | Infinite | Undefined,
}

/// <summary>
/// What operations make of kinds of numbers: the kinds of the operation's own values on representatives of each, so that no operation needs rules here.
/// Rounding is left aside: an exponential is above 0, unless its argument may be −∞.
/// </summary>
internal static class NumberKindsOf
{
    private const double Huge = 1e300;

    private static readonly (NumberKinds Kind, double[] Representatives)[] All =
    [
        (NumberKinds.NegativeInfinity, [double.NegativeInfinity]),
        (NumberKinds.NegativeHuge, [double.MinValue]),
        (NumberKinds.Negative, [-3, -2.5, -2, -1.5, -1]),
        (NumberKinds.NegativeUnit, [-0.95, -0.8, -0.65, -0.5, -0.35, -0.2, -0.05]),
        (NumberKinds.Zero, [0.0, -0.0]),
        (NumberKinds.Unit, [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95]),
        (NumberKinds.Positive, [1, 1.5, 2, 2.5, 3]),
        (NumberKinds.Huge, [double.MaxValue]),
        (NumberKinds.Infinity, [double.PositiveInfinity]),
        (NumberKinds.Undefined, [double.NaN]),
    ];

    private static readonly ConcurrentDictionary<(Operation Operation, NumberKinds First, NumberKinds Second), NumberKinds> Known = new();

    /// <summary>The kind of a number.</summary>
    public static NumberKinds Number(double x) =>
        double.IsNaN(x) ? NumberKinds.Undefined
        : x == 0 ? NumberKinds.Zero
        : x > 0 ? double.IsInfinity(x) ? NumberKinds.Infinity : x >= Huge ? NumberKinds.Huge : x >= 1 ? NumberKinds.Positive : NumberKinds.Unit
        : double.IsInfinity(x) ? NumberKinds.NegativeInfinity : x <= -Huge ? NumberKinds.NegativeHuge : x <= -1 ? NumberKinds.Negative : NumberKinds.NegativeUnit;

    /// <summary>The kinds of an operation of one argument or of two.</summary>
    public static NumberKinds Apply(Operation operation, NumberKinds first, NumberKinds second) =>
        Known.GetOrAdd((operation, first, second), key => Evaluate(key.Operation, key.First, key.Second));

    private static NumberKinds Evaluate(Operation operation, NumberKinds first, NumberKinds second)
    {
        var result = NumberKinds.None;
        foreach (var x in Representatives(first))
        {
            if (OperationTable.Row(operation).Arity == 1)
            {
                result |= Number(OperationTable.Evaluate(operation, x));
                continue;
            }

            foreach (var y in Representatives(second))
            {
                result |= Number(OperationTable.Evaluate(operation, x, y));
            }
        }

        // Between values on both sides lies 0.
        return (result & NumberKinds.AnyNegative) != 0 && (result & NumberKinds.AnyPositive) != 0 ? result | NumberKinds.Zero : result;
    }

    private static double[] Representatives(NumberKinds kinds) => [.. All.Where(kind => (kinds & kind.Kind) != 0).SelectMany(kind => kind.Representatives)];
}
