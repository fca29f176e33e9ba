using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// A value that varies along an inner axis only, but is used for every position of an outer one, gets an array of its own: it is then
/// computed once, and its adjoint accumulates in an array as well. Values of data are left to <see cref="HoistData"/>.
/// </summary>
public static class Materialize
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var steps = new List<Step>();
        foreach (var step in program.Steps)
        {
            if (step is AssignStep assign)
            {
                while (Candidate(program, assign) is { } node)
                {
                    assign = Extract(ref program, steps, assign, node);
                }

                steps.Add(assign);
            }
            else
            {
                steps.Add(step);
            }
        }

        return program with { Steps = steps };
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

    private static AssignStep Extract(ref Program program, List<Step> steps, AssignStep step, int node)
    {
        var graph = program.Graph;
        var axes = program.Order.Sort(graph.FreeAxes(node));
        var name = ValueNames.Of(program, node, otherwise: graph.Hint(node) ?? "part");
        program = program.WithArray(
            new(name, ArrayRole.Local, false, axes.Select(axis => graph.Axes[axis].Upper).ToEquatableArray(), axes.Select(_ => -1).ToEquatableArray()),
            out var array);
        var indices = axes.Select(graph.Index).ToArray();
        steps.Add(new AssignStep(array, axes.ToEquatableArray(), indices.Select(graph.Id).ToEquatableArray(), node, false, -1, step.Site));
        var read = graph.Read(array, indices);
        var rewrite = Rewrite.BottomUp(graph, expression => expression.Id == node ? read : null);
        return (AssignStep)Rewrite.Nodes(step, rewrite);
    }
}
