using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// A statement over an axis whose value also sums over that range, within a loop over it, runs over another copy of the axis: the sum's loop then
/// stands inside the statement's, and the two must not share a variable. (The gradient of a network's first layer is such a statement.)
/// </summary>
public static class KeepSumsApart
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program) => program with { Steps = [.. program.Steps.Select(step => Separate(program, step))] };

    private static Step Separate(Program program, Step step)
    {
        switch (step)
        {
            case LoopStep loop:
                return loop with { Body = loop.Body.Select(inner => Separate(program, inner)).ToEquatableArray() };
            case AssignStep assign:
                foreach (var axis in assign.Axes)
                {
                    assign = IsSummedInside(program, assign, axis) ? Rename(program.Graph, assign, axis) : assign;
                }

                return assign;
            default:
                return step;
        }
    }

    /// <summary>Whether a sum over the axis also varies along an axis that is looped over further inside, by the step or by another sum: then its loop cannot come first.</summary>
    private static bool IsSummedInside(Program program, AssignStep step, int axis)
    {
        var graph = program.Graph;
        var outside = program.Order.Sort(step.Axes).TakeWhile(other => other != axis).Aggregate(0UL, (mask, other) => mask | 1UL << other);
        return Dependence.Reachable(graph, Dependence.Roots(step)).Any(id => graph[id].IsReduction && graph[id].Symbol == axis && (graph.FreeAxes(id) & ~outside) != 0);
    }

    private static AssignStep Rename(Graph graph, AssignStep step, int axis)
    {
        var range = graph.Axes[axis];
        var taken = step.Axes.Concat(Dependence.Reachable(graph, Dependence.Roots(step)).Where(id => graph[id].IsReduction).Select(id => graph[id].Symbol)).ToArray();
        var other = axis;
        for (var copy = range.Copy + 1; taken.Contains(other); copy++)
        {
            other = graph.Axis(range.Lower, range.Upper, copy);
        }

        var renamed = (AssignStep)Rewrite.Nodes(graph, step, new(graph, new() { [axis] = graph.Index(other) }));
        return renamed with { Axes = step.Axes.Select(own => own == axis ? other : own).ToEquatableArray() };
    }
}
