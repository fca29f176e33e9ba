using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>
/// A running program: the value of a node is computed where it is asked for, once for each combination of positions along its free axes
/// between two writes. <c>Where</c>, <c>And</c> and <c>Or</c> do not evaluate what they do not need, so that a guarded read may be out of range.
/// </summary>
internal sealed class Evaluation
{
    private readonly Graph graph;
    private readonly IReadOnlyList<int> sizes;
    private readonly Func<double, double>? rounding;
    private readonly Dictionary<int, int> positions = [];
    private readonly Dictionary<int, (int Lower, int Upper)> ranges = [];
    private readonly Dictionary<(int Node, long Position), Dual> known = [];

    /// <summary>An evaluation; where there is a <paramref name="rounding"/>, it is applied to the result of every operation on what has a tangent, and to the tangent.</summary>
    public Evaluation(Program program, IReadOnlyList<int> sizes, IReadOnlyDictionary<int, Dual[]> given, Func<double, double>? rounding = null)
    {
        graph = program.Graph;
        this.sizes = sizes;
        this.rounding = rounding;
        Memory = new(program, node => Value(node).Value, given);
    }

    public Memory Memory { get; }

    public void Run(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case AssignStep assign:
                    Assign(assign);
                    break;
                case CallStep call:
                    Call(call);
                    break;
                case LoopStep loop:
                    var (lower, upper) = Range(loop.Axis);
                    Along(loop.Axis, loop.Reverse, lower, upper, () => Run(loop.Body));
                    break;
                default:
                    throw new NotSupportedException($"A {step.GetType().Name} is not run: passes replace it by assignments.");
            }
        }
    }

    // The combinations of a step are independent, so all values are computed before the first is written.
    private void Assign(AssignStep step)
    {
        var writes = new List<(int Offset, Dual Value)>();
        known.Clear();
        ForAll([.. step.Axes], 0, () =>
        {
            if (step.Guard < 0 || Value(step.Guard).Value != 0)
            {
                writes.Add((Memory.Offset(step.Array, Indices(step.Indices)), Value(step.Value)));
            }
        });
        var elements = Memory[step.Array];
        foreach (var (offset, value) in writes)
        {
            elements[offset] = step.Accumulate ? elements[offset] + value : value;
        }

        known.Clear();
    }

    private void Call(CallStep step)
    {
        known.Clear();
        var parts = step.Inputs.Concat(step.Outputs).Select(operand => operand.Array < 0 ? ((int Start, int[] Extents)?)null : Part(operand)).ToArray();
        Dual[]? Elements(int i)
        {
            var operand = i < step.Inputs.Count ? step.Inputs[i] : step.Outputs[i - step.Inputs.Count];
            return parts[i] is { } part ? [.. Memory[operand.Array].Skip(part.Start).Take(part.Extents.Aggregate(1, (product, extent) => product * extent))] : null;
        }

        var inputs = step.Inputs.Select((_, i) => Elements(i)).ToArray();
        var outputs = step.Outputs.Select((_, i) => Elements(step.Inputs.Count + i)).ToArray();
        if (step.Condition >= 0 && Value(step.Condition).Value == 0)
        {
            foreach (var output in outputs.OfType<Dual[]>())
            {
                Array.Clear(output, 0, output.Length);
            }
        }
        else if (step.Equation is { } equation)
        {
            Memory.Set(equation.Constants, inputs[3] ?? []);
            EquationSolution.Run(equation, Value(step.Arguments[0]).Value, inputs, outputs, Slope);
        }
        else
        {
            var right = step.Inputs.Count > 1 && !RoutineTable.Row(step.Routine).IsFactorization ? parts[1]!.Value.Extents : [];
            Routines.Run(step.Routine, parts[0]!.Value.Extents[0], right.Length > 1 ? right[1] : 1, inputs, outputs);
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i]?.CopyTo(Memory[step.Outputs[i].Array], parts[step.Inputs.Count + i]!.Value.Start);
        }

        known.Clear();

        Dual[] Slope(Dual time, Dual[] state, Dual[] parameters)
        {
            known.Clear();
            Memory.Set(step.Equation!.Time, [time]);
            Memory.Set(step.Equation.State, state);
            Memory.Set(step.Equation.Parameters, parameters);
            return [.. step.Equation.Derivatives.Select(Value)];
        }
    }

    /// <summary>Where an operand begins in its array, and its extents.</summary>
    private (int Start, int[] Extents) Part(Operand operand)
    {
        var extents = Memory.Extents(operand.Array);
        var rest = extents.Skip(operand.Indices.Count).ToArray();
        var start = rest.Contains(0) ? 0 : Memory.Offset(operand.Array, [.. Indices(operand.Indices), .. rest.Select(_ => 0.0)]);
        return (start, rest);
    }

    private void ForAll(int[] axes, int depth, Action action)
    {
        if (depth == axes.Length)
        {
            action();
            return;
        }

        var (lower, upper) = Range(axes[depth]);
        Along(axes[depth], reverse: false, lower, upper, () => ForAll(axes, depth + 1, action));
    }

    private void Along(int axis, bool reverse, int lower, int upper, Action action)
    {
        // A reduction may bind an axis on which its surroundings stand already; they find it where it was.
        var outer = positions.TryGetValue(axis, out var position) ? position : (int?)null;
        for (var i = 0; i < upper - lower; i++)
        {
            positions[axis] = reverse ? upper - 1 - i : lower + i;
            action();
        }

        if (outer is { } restored)
        {
            positions[axis] = restored;
        }
        else
        {
            positions.Remove(axis);
        }
    }

    private (int Lower, int Upper) Range(int axis)
    {
        if (!ranges.TryGetValue(axis, out var range))
        {
            var declared = graph.Axes[axis];
            range = ((int)Value(declared.Lower).Value, (int)Value(declared.Upper).Value);
            ranges.Add(axis, range);
        }

        return range;
    }

    private Dual Value(int id)
    {
        var key = (id, PositionOf(graph.FreeAxes(id)));
        if (!known.TryGetValue(key, out var value))
        {
            value = Compute(graph[id]);
            known[key] = value;
        }

        return value;
    }

    private long PositionOf(ulong free)
    {
        var position = 0L;
        for (var axis = 0; free != 0; axis++, free >>= 1)
        {
            if ((free & 1) != 0)
            {
                var (lower, upper) = Range(axis);
                var at = positions.TryGetValue(axis, out var p) ? p : throw new InvalidOperationException($"Axis {axis} is free where nothing binds it.");
                position = checked(position * (upper - lower) + (at - lower));
            }
        }

        return position;
    }

    private Dual Compute(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Constant:
                return node.Value;
            case NodeKind.Size:
                return (double)sizes[node.Symbol];
            case NodeKind.Index:
                return (double)positions[node.Symbol];
            case NodeKind.Read:
                return Memory[node.Symbol][Memory.Offset(node.Symbol, Indices(node.Arguments))];
            case NodeKind.Apply:
                return Apply(node);
            default:
                return Reduce(node);
        }
    }

    private double[] Indices(EquatableArray<int> indices) => [.. indices.Select(i => Value(i).Value)];

    private Dual Apply(Node node)
    {
        switch (node.Operation)
        {
            case Operation.Where:
                return Value(node.Arguments[Value(node.Arguments[0]).Value != 0 ? 1 : 2]);
            case Operation.And when Value(node.Arguments[0]).Value == 0:
                return 0;
            case Operation.Or when Value(node.Arguments[0]).Value != 0:
                return 1;
        }

        var arguments = Array.ConvertAll([.. node.Arguments], Value);
        var values = Array.ConvertAll(arguments, a => a.Value);
        var result = OperationTable.Evaluate(node.Operation, values);
        return arguments.All(a => a.Tangent is null) ? result : Rounded(new(result, node.Operation == Operation.Divide
            ? (arguments[0] / arguments[1]).Tangent : Dual.Combine(Slopes.At(node.Operation, values), arguments)));
    }

    private Dual Rounded(Dual result) => rounding is null ? result : new(rounding(result.Value), result.Tangent is { } tangent ? Array.ConvertAll(tangent, rounding.Invoke) : null);

    private Dual Reduce(Node node)
    {
        Dual result = node.Kind switch
        {
            NodeKind.Sum => 0,
            NodeKind.Maximum => double.NegativeInfinity,
            NodeKind.Minimum => double.PositiveInfinity,
            _ => throw new NotSupportedException(node.Kind.ToString()),
        };
        var (lower, upper) = Range(node.Symbol);
        var ties = new List<Dual>();
        Along(node.Symbol, reverse: false, lower, upper, () =>
        {
            var value = Value(node.Arguments[0]);
            if (node.Kind == NodeKind.Sum)
            {
                result += value;
            }
            else if (double.IsNaN(value.Value) || (node.Kind == NodeKind.Maximum ? value.Value > result.Value : value.Value < result.Value))
            {
                (result, ties) = (value, [value]);
            }
            else if (value.Value == result.Value)
            {
                ties.Add(value);
            }
        });
        return ties.Count > 1 ? Dual.Tie(ties) : result;
    }
}
