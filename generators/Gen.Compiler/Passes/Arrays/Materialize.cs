using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// A value that varies along an inner axis only, but is used for every position of an outer one, gets an array of its own: it is then
/// computed once, and its adjoint accumulates in an array as well. So does what costs something and is the same for every position of a loop, before the
/// loop. Values of data are left to <see cref="HoistData"/>.
/// </summary>
public static class Materialize
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var steps = new List<Step>();
        foreach (var step in program.Steps)
        {
            var rest = step;
            while (rest is LoopStep loop && LoopInvariants.First(program, loop) is { } invariant)
            {
                (rest, var value) = Extract(ref program, loop, invariant);
                steps.Add(Inner(ref program, steps, value));
            }

            steps.Add(rest is AssignStep assign ? Inner(ref program, steps, assign) : rest);
        }

        return program with { Steps = steps };
    }

    private static AssignStep Inner(ref Program program, List<Step> steps, AssignStep step)
    {
        while (Candidate(program, step) is { } node)
        {
            var (reader, value) = Extract(ref program, step, node);
            steps.Add(value);
            step = (AssignStep)reader;
        }

        return step;
    }

    /// <summary>A node that its user's outer axes do not reach, the innermost first.</summary>
    private static int? Candidate(Program program, AssignStep step)
    {
        var graph = program.Graph;
        var activity = new Activity(program);
        var domain = step.Axes.Aggregate(0UL, (mask, axis) => mask | 1UL << axis);
        foreach (var id in Dependence.Reachable(graph, [step.Value]))
        {
            var node = graph[id];
            var around = id == step.Value ? domain | graph.FreeAxes(id) : graph.FreeAxes(id);
            if (node.Kind is not (NodeKind.Apply or NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum))
            {
                continue;
            }

            foreach (var argument in node.Arguments)
            {
                var inner = graph.FreeAxes(argument);
                var worth = graph[argument].Kind is NodeKind.Apply || graph[argument].IsReduction;
                if (worth && inner != 0 && activity.IsActive(argument) && !IsOuterPart(program, inner, around | inner))
                {
                    return argument;
                }
            }
        }

        return null;
    }

    private static bool IsOuterPart(Program program, ulong part, ulong whole) =>
        program.Order.Sort(part).SequenceEqual(program.Order.Sort(whole).Take(program.Order.Sort(part).Length));

    /// <summary>A step that reads a node's value from an array, and the step that fills the array.</summary>
    private static (Step Reader, AssignStep Value) Extract(ref Program program, Step step, int node)
    {
        var graph = program.Graph;
        var axes = program.Order.Sort(graph.FreeAxes(node));
        var name = ValueNames.Of(program, node, otherwise: graph.Hint(node) ?? "part");
        program = program.WithArray(
            new(name, ArrayRole.Local, false, axes.Select(axis => graph.Id(graph.Room(axis))).ToEquatableArray(), axes.Select(_ => -1).ToEquatableArray()),
            out var array);
        var own = LoopInvariants.Apart(graph, axes);
        var renamed = new Substitution(graph, axes.Zip(own, (axis, free) => (axis, free)).Where(pair => pair.axis != pair.free).ToDictionary(pair => pair.axis, pair => graph.Index(pair.free)));
        var value = new AssignStep(
            array, own.ToEquatableArray(), own.Select(axis => graph.Id(graph.Index(axis))).ToEquatableArray(), graph.Id(renamed.Apply(graph.Wrap(node))), false,
            Existing(program, step, node) is { } exists ? graph.Id(renamed.Apply(exists)) : -1, step.Site);
        var read = graph.Read(array, [.. axes.Select(graph.Index)]);
        var rewrite = Rewrite.BottomUp(graph, expression => expression.Id == node ? read : null);
        return (Rewrite.Nodes(step, rewrite), value);
    }

    /// <summary>The condition under which there is what a node reads, where only conditions around it keep that inside; null where nothing does.</summary>
    private static Expr? Existing(Program program, Step step, int node)
    {
        var graph = program.Graph;
        var exists = new Existence(program, (index, extent) => IndexRange.IsInside(graph, index, extent)).Of(node);
        return exists.IsNumber(1) || IndexRange.Unconditional(graph, Program.Flatten([step]).OfType<AssignStep>().Select(own => own.Guard < 0 ? own.Value : own.Guard)).Contains(node) ? null : exists;
    }
}
