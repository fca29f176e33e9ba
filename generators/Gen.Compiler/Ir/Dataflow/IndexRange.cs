using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Which reads are known to stay inside their arrays, and which are kept inside only by a condition around them.</summary>
public static class IndexRange
{
    /// <summary>Whether an index stays inside an extent for every position of its axes, whatever data are.</summary>
    public static bool IsInside(Graph graph, int index, int extent) =>
        IsProven(graph, index, extent, axis => (graph.Wrap(graph.Axes[axis].Lower), graph.Wrap(graph.Axes[axis].Upper) - 1));

    /// <summary>The same for the positions of its axes that <paramref name="range"/> tells.</summary>
    public static bool IsProven(Graph graph, int index, int extent, Func<int, (Expr First, Expr Last)?> range)
    {
        var form = LinearForm.Of(graph.Wrap(index));
        return form.Extreme(greatest: false, range) is { } least && LinearForm.IsAtMost(graph, 0, least)
            && form.Extreme(greatest: true, range) is { } greatest && LinearForm.IsAtMost(graph, greatest + 1, graph.Wrap(extent));
    }

    /// <summary>Whether an index is an element of data of which a range takes all, one by one: they are checked whole then, whether there are passes around it or not.</summary>
    public static bool IsOfAll(Program program, int index) =>
        program.Graph is var graph && graph[index] is { Kind: NodeKind.Read } read && program.Arrays[read.Symbol] is { Role: ArrayRole.Data or ArrayRole.Prepared or ArrayRole.Argument, IsInteger: true, Rank: 1 } chosen
        && graph[read.Arguments[0]] is { Kind: NodeKind.Index } position && graph.Wrap(graph.Axes[position.Symbol].Lower).IsNumber(0)
        && graph.Axes[position.Symbol].Upper == chosen.Extents[0];

    /// <summary>The nodes that are evaluated whatever conditions hold: those not only inside one branch of a Where or behind an And or Or.</summary>
    public static HashSet<int> Unconditional(Graph graph, IEnumerable<int> roots)
    {
        int[] all = [.. roots.Where(root => root >= 0)];
        var paths = new EvaluationPaths(graph, all.Select(root => (root, EvaluationPath.Always)));
        return [.. Dependence.Reachable(graph, all).Where(id => paths.Of(id).Any(path => path.Conditions.Count == 0))];
    }
}
