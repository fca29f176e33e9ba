using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>What the scalar operations make of intervals: never less than all their values.</summary>
internal static class IntervalOperations
{
    private static readonly Interval AboveMinusOne = new(-1, double.PositiveInfinity);

    /// <summary>Operations of one argument that rise or fall throughout, and where they are defined.</summary>
    private static readonly Dictionary<Operation, Interval> Monotone = new()
    {
        [Operation.Sqrt] = Interval.NonNegative,
        [Operation.Exp] = Interval.All,
        [Operation.Expm1] = Interval.All,
        [Operation.Log] = Interval.NonNegative,
        [Operation.Log1p] = AboveMinusOne,
        [Operation.Sign] = Interval.All,
        [Operation.Floor] = Interval.All,
        [Operation.Atan] = Interval.All,
        [Operation.Tanh] = Interval.All,
        [Operation.InverseLogit] = Interval.All,
        [Operation.Logit] = Interval.Unit,
        [Operation.Log1pExp] = Interval.All,
        [Operation.Erf] = Interval.All,
        [Operation.Erfc] = Interval.All,
        [Operation.NormalCdf] = Interval.All,
        [Operation.LogNormalCdf] = Interval.All,
        [Operation.StirlingExcess] = Interval.NonNegative,
        [Operation.Detach] = Interval.All,
    };

    public static Interval Apply(Operation operation, IReadOnlyList<Interval> arguments)
    {
        if (arguments.Any(argument => argument.IsEmpty))
        {
            return Interval.Empty;
        }

        var a = arguments[0];
        var b = arguments.Count > 1 ? arguments[1] : a;
        if (Monotone.TryGetValue(operation, out var domain))
        {
            return a.Within(domain).Monotone(x => OperationTable.Evaluate(operation, x));
        }

        return operation switch
        {
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Multiply => a * b,
            Operation.Divide => a / b,
            Operation.Negate => -a,
            Operation.Square => Even(a, x => x * x),
            Operation.Abs => Even(a, Math.Abs),
            Operation.LogBesselI0 => Even(a, x => OperationTable.Evaluate(operation, x)),
            Operation.PoissonDeviance => Interval.NonNegative,
            Operation.Pow => Pow(a, b),
            Operation.Max => new(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High)),
            Operation.Min => new(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High)),
            Operation.Sin or Operation.Cos => new(-1, 1),
            Operation.Where => b.Union(arguments[2]),
            Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.And or Operation.Or or Operation.Not => Interval.Unit,
            Operation.IntegerDivide or Operation.Remainder when a.Low >= 0 && b.Low >= 0 => Interval.NonNegative,
            _ => Interval.All,
        };
    }

    private static Interval Even(Interval x, Func<double, double> function)
    {
        var ends = x.Monotone(function);
        return x is { Low: <= 0, High: >= 0 } ? ends.Union(Interval.Point(0)) : ends;
    }

    private static Interval Pow(Interval x, Interval power)
    {
        if (x.Low < 0)
        {
            return power.Low == power.High && power.Low % 2 == 0 ? Interval.NonNegative : Interval.All;
        }

        // x^p is monotone in each of its arguments, so its extremes are at corners; at the ends 0 and ∞ it may be anything up to them.
        return x.Low > 0 && !double.IsInfinity(x.High) && !double.IsInfinity(power.Low) && !double.IsInfinity(power.High)
            ? Interval.Hull(Math.Pow(x.Low, power.Low), Math.Pow(x.Low, power.High), Math.Pow(x.High, power.Low), Math.Pow(x.High, power.High))
            : Interval.NonNegative;
    }
}
