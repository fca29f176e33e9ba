using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Which reads are known to stay inside their arrays, and which are kept inside only by a condition around them.</summary>
public static class IndexRange
{
    /// <summary>Whether an index stays inside an extent for every position of its axes. An element of an array of indices does: they are checked as data.</summary>
    public static bool IsInside(Graph graph, int index, int extent) =>
        graph[index].Kind == NodeKind.Read && graph.FreeAxes(index) != 0 || IsProven(graph, index, extent, axis => (graph.Wrap(graph.Axes[axis].Lower), graph.Wrap(graph.Axes[axis].Upper) - 1));

    /// <summary>The same by what the index, the ranges of its axes and the extent are alone.</summary>
    public static bool IsProven(Graph graph, int index, int extent, Func<int, (Expr First, Expr Last)?> range)
    {
        var form = LinearForm.Of(graph.Wrap(index));
        return form.Extreme(greatest: false, range) is { } least && LinearForm.IsAtMost(graph, 0, least)
            && form.Extreme(greatest: true, range) is { } greatest && LinearForm.IsAtMost(graph, greatest + 1, graph.Wrap(extent));
    }

    /// <summary>The nodes that are evaluated whatever conditions hold: those not only inside one branch of a Where or behind an And or Or.</summary>
    public static HashSet<int> Unconditional(Graph graph, IEnumerable<int> roots)
    {
        int[] all = [.. roots.Where(root => root >= 0)];
        var paths = new EvaluationPaths(graph, all.Select(root => (root, EvaluationPath.Always)));
        return [.. Dependence.Reachable(graph, all).Where(id => paths.Of(id).Any(path => path.Conditions.Count == 0))];
    }
}
