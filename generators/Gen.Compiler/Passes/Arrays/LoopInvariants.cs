using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// Values inside a loop that are the same for each of its positions, vary along other axes, and cost enough to be computed once before it. Scalars are
/// computed before the loop anyway, where emitted code declares them.
/// </summary>
internal static class LoopInvariants
{
    /// <summary>A largest such value, or null.</summary>
    public static int? First(Program program, LoopStep loop)
    {
        var graph = program.Graph;
        var activity = new Activity(program);
        var written = new HashSet<int>(Dependence.Writes(loop));
        var seen = new HashSet<int>();
        var unconditional = IndexRange.Unconditional(graph, Program.Flatten(loop.Body).OfType<AssignStep>().Select(step => step.Guard < 0 ? step.Value : step.Guard));

        int? Search(int id)
        {
            if (!seen.Add(id))
            {
                return null;
            }

            var node = graph[id];
            if ((node.Kind == NodeKind.Apply || node.IsReduction) && graph.FreeAxes(id) != 0 && !graph.Varies(id, loop.Axis) && activity.IsActive(id) && IsWorth(id) && IsSafe(id))
            {
                return id;
            }

            return node.Arguments.Select(Search).FirstOrDefault(found => found is not null);
        }

        bool IsWorth(int id) => Dependence.Reachable(graph, [id]).Any(part =>
            graph[part].IsReduction || (graph[part].Kind == NodeKind.Apply && OperationTable.Row(graph[part].Operation).Expensive));

        // Before the loop nothing that it writes is there yet, and no condition keeps indices inside. A position that every pass reads is checked with the data.
        bool IsSafe(int id) => Dependence.Reachable(graph, [id]).Where(part => graph[part].Kind == NodeKind.Read).All(part =>
                !written.Contains(graph[part].Symbol)
                && graph[part].Arguments.Select((index, d) => IndexRange.IsInside(graph, index, program.Arrays[graph[part].Symbol].Extents[d])
                    || unconditional.Contains(part) && (graph.FreeAxes(index) == 0 || IndexRange.IsOfAll(program, index))).All(inside => inside))
            && program.Order.Sort(graph.FreeAxes(id)).All(axis => graph.FreeAxes(graph.Axes[axis].Lower) == 0 && graph.FreeAxes(graph.Axes[axis].Upper) == 0);

        return Program.Flatten(loop.Body).OfType<AssignStep>().SelectMany(step => new[] { step.Value, step.Guard }).Where(id => id >= 0)
            .Select(Search).FirstOrDefault(found => found is not null);
    }

    /// <summary>Axes of the same ranges, of which none is a loop's own: those are no statement's.</summary>
    public static int[] Apart(Graph graph, IReadOnlyList<int> axes)
    {
        var own = new List<int>();
        foreach (var axis in axes)
        {
            var range = graph.Axes[axis];
            var free = axis;
            for (var copy = 0; range.Copy >= LoopsToMaps.FirstCopyOfLoops && (free == axis || axes.Contains(free) || own.Contains(free)); copy++)
            {
                free = graph.Axis(range.Lower, range.Upper, copy);
            }

            own.Add(free);
        }

        return [.. own];
    }
}
