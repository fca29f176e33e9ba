using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Differentiation;

/// <summary>
/// Reverse mode from program to program: behind the steps come those that add up the adjoint of every array, in reverse order. The target's
/// adjoint is 1, so a term without carried state needs no array for its adjoint; what it contributes is an ordinary expression over its axes,
/// and the scheduler puts value and derivatives into one loop.
/// </summary>
public static class Differentiate
{
    /// <summary>Runs the pass: derivatives of the target by every array of role <paramref name="by"/>.</summary>
    public static Program Run(Program program, ArrayRole by)
    {
        var graph = program.Graph;
        var activity = new Activity(program);
        var limits = new Limits(new(program), new(program, isRounded: true), new(program));
        var existence = new Existence(program, (index, extent) => IndexRange.IsInside(graph, index, extent), ofTerms: true);
        var adjoints = new Dictionary<int, int>();
        var written = new HashSet<int>(program.Steps.SelectMany(Dependence.Writes));
        for (var i = 0; i < program.Arrays.Count; i++)
        {
            var array = program.Arrays[i];
            if (array.Role == by || (array.Role != ArrayRole.Target && written.Contains(i) && activity.IsActiveArray(i)))
            {
                adjoints.Add(i, program.Arrays.Count + adjoints.Count);
            }
        }

        program = program with
        {
            Arrays = [.. program.Arrays, .. adjoints.Keys.Select(i => program.Arrays[i] with { Role = ArrayRole.Adjoint, IsInteger = false, Source = i })],
        };

        program = WithSensitivities(program, adjoints);
        var scratch = new Dictionary<CallStep, int>();
        foreach (var call in Program.Flatten(program.Steps).OfType<CallStep>().Where(call => adjoints.ContainsKey(call.Outputs[0].Array) && !scratch.ContainsKey(call)))
        {
            if (RoutineTable.Row(call.Routine).Adjoint is not null)
            {
                var output = call.Outputs[0];
                program = program.WithLocal("scratch", program.Arrays[output.Array].Extents.Skip(output.Indices.Count).Select(graph.Wrap), out var array);
                scratch.Add(call, array);
            }
        }

        // Adjoints are 0 where derivatives are not finite, also because a sum has no terms; but what data are divided by is not theirs to know.
        var reverse = graph.Knowing(id => limits.Kinds.IsDividedFinitely(id) && !limits.Kinds.IsDividedByNothing(id), () => program.Steps.Reverse().SelectMany(step => Reverse(program, activity, limits, existence, adjoints, scratch, step, 0)).ToArray());
        return program with { Steps = [.. program.Steps, .. reverse] };
    }

    private static IEnumerable<Step> Reverse(
        Program program, Activity activity, Limits limits, Existence existence, Dictionary<int, int> adjoints, Dictionary<CallStep, int> scratch, Step step, ulong loops)
    {
        switch (step)
        {
            case LoopStep loop:
                var body = loop.Body.Reverse().SelectMany(inner => Reverse(program, activity, limits, existence, adjoints, scratch, inner, loops | 1UL << loop.Axis)).ToArray();
                return body.Length == 0 ? [] : [new LoopStep(loop.Axis, !loop.Reverse, body.ToEquatableArray(), loop.Site)];
            case AssignStep assign:
                var isTarget = program.Arrays[assign.Array].Role == ArrayRole.Target;
                return isTarget || adjoints.ContainsKey(assign.Array) ? Reverse(program, activity, limits, existence, adjoints, assign, isTarget, loops) : [];
            case CallStep call:
                return call.Equation is null ? Reverse(adjoints, scratch, call) : Reverse(program, adjoints, call, call.Equation);
            default:
                return [];
        }
    }

    /// <summary>A differential equation's solution comes with its derivatives, in one more array: times × states × (elements of the initial state, parameters).</summary>
    private static Program WithSensitivities(Program program, Dictionary<int, int> adjoints)
    {
        Step With(Step step)
        {
            if (step is LoopStep loop)
            {
                return loop with { Body = loop.Body.Select(With).ToEquatableArray() };
            }

            if (step is not CallStep { Equation: { } equation } call || !adjoints.ContainsKey(call.Outputs[0].Array))
            {
                return step;
            }

            var graph = program.Graph;
            var (solution, isVaried) = (program.Arrays[call.Outputs[0].Array], adjoints.ContainsKey(call.Inputs[0].Array));
            var columns = graph.Wrap(program.Arrays[equation.Parameters].Extents[0]) + (isVaried ? equation.Derivatives.Count : 0);
            program = program.WithLocal("sensitivities", solution.Extents.Select(graph.Wrap).Append(columns), out var sensitivities);
            return call with { Outputs = [call.Outputs[0], call.Outputs[0] with { Array = sensitivities }], Equation = equation with { VariesInitialState = isVaried } };
        }

        Step[] steps = [.. program.Steps.Select(With)];
        return program with { Steps = steps };
    }

    /// <summary>What the adjoint of a solution adds to those of the initial state and of the parameters: its product with the sensitivities.</summary>
    private static IEnumerable<Step> Reverse(Program program, Dictionary<int, int> adjoints, CallStep call, DifferentialEquation equation)
    {
        var graph = program.Graph;
        var solution = call.Outputs[0];
        var (prefix, extents) = (solution.Indices.Select(graph.Wrap).ToArray(), program.Arrays[solution.Array].Extents.Skip(solution.Indices.Count).ToArray());
        Expr first = 0;
        foreach (var (input, isAsked) in new[] { (call.Inputs[0], equation.VariesInitialState), (call.Inputs[2], true) })
        {
            if (!isAsked || !adjoints.TryGetValue(input.Array, out var adjoint))
            {
                continue;
            }

            var length = program.Arrays[input.Array].Extents[input.Indices.Count];
            int Apart(int extent, params int[] others)
            {
                for (var copy = 0; ; copy++)
                {
                    var axis = graph.Axis(graph.Id(0), extent, copy);
                    if (!others.Contains(axis))
                    {
                        return axis;
                    }
                }
            }

            var column = Apart(length);
            var (time, state) = (Apart(extents[0], column), 0);
            state = Apart(extents[1], column, time);
            Expr[] at = [.. prefix, graph.Index(time), graph.Index(state)];
            var sum = graph.Sum(time, graph.Sum(state, graph.Read(adjoints[solution.Array], at) * graph.Read(call.Outputs[1].Array, [.. at, graph.Index(column) + first])));
            yield return new AssignStep(adjoint, [column], [.. input.Indices, graph.Index(column).Id], graph.Id(sum), true, -1, call.Site);
            first += graph.Wrap(length);
        }
    }

    /// <summary>The adjoint of a routine, which adds to the adjoints of those inputs that have any.</summary>
    private static IEnumerable<Step> Reverse(Dictionary<int, int> adjoints, Dictionary<CallStep, int> scratch, CallStep call)
    {
        Operand Adjoint(Operand operand) => adjoints.TryGetValue(operand.Array, out var adjoint) ? operand with { Array = adjoint } : Operand.None;
        var row = RoutineTable.Row(call.Routine);
        var (output, wanted) = (call.Outputs[0], call.Inputs.Select(Adjoint).ToArray());
        if (row.Adjoint is { } routine && wanted.Any(operand => operand.Array >= 0))
        {
            yield return new CallStep(
                routine, row.KeepsInput ? [call.Inputs[0], output, Adjoint(output)] : [output, Adjoint(output)], [.. wanted, new(scratch[call], [])], call.Site);
        }
    }

    private static IEnumerable<Step> Reverse(
        Program program, Activity activity, Limits limits, Existence existence, Dictionary<int, int> adjoints, AssignStep assign, bool isTarget, ulong loops)
    {
        var graph = program.Graph;
        var seed = isTarget ? 1 : graph.Read(adjoints[assign.Array], assign.Indices.Select(graph.Wrap));
        seed = assign.Guard < 0 ? seed : graph.Apply(Operation.Where, graph.Wrap(assign.Guard), seed, 0);
        var domain = assign.Axes.Aggregate(0UL, (mask, axis) => mask | 1UL << axis);

        // Where the target is −∞ it has no derivatives, and any will do: those of what it is inside its support.
        var value = isTarget && graph.Wrap(assign.Value) is var whole && whole.Is(Operation.Where) && whole.Argument(2).IsNumber(double.NegativeInfinity) ? whole.Argument(1).Id : assign.Value;

        // The value was stored: partial derivatives that are written in it (of a root, of an exponential) read it back.
        Expr? stored = isTarget || assign.Accumulate || graph.FreeAxes(assign.Value) != (domain | loops) ? null : graph.Read(assign.Array, assign.Indices.Select(graph.Wrap));
        var readBack = Rewrite.BottomUp(graph, node => node.Id == assign.Value ? stored : null);
        var mask = isTarget ? Mask.Direct : limits.Masks.OfArray(assign.Array);
        foreach (var contribution in new Adjoint(graph, activity, limits, existence, loops).Pull(value, seed, domain, mask))
        {
            if (adjoints.TryGetValue(contribution.Array, out var adjoint))
            {
                var axes = program.Order.Sort(contribution.Axes & ~loops);
                yield return new AssignStep(adjoint, axes.ToEquatableArray(), contribution.Indices, readBack(graph.Id(contribution.Value)), true, contribution.Guard, assign.Site);
            }
        }
    }
}
