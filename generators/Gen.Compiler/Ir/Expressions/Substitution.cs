using System;
using System.Collections.Generic;

namespace Gen.Compiler.Ir;

/// <summary>
/// Replaces axes by index expressions, and reads of arrays by other expressions, throughout an expression; axes bound by reductions are
/// renamed where they would capture one.
/// </summary>
/// <param name="graph">The graph to work in.</param>
/// <param name="axes">What each axis becomes.</param>
/// <param name="read">What a read of an array with (already substituted) indices becomes, or null to leave it.</param>
public sealed class Substitution(Graph graph, Dictionary<int, Expr> axes, Func<int, IReadOnlyList<Expr>, Expr?>? read = null)
{
    private readonly Dictionary<int, Expr> done = [];
    private readonly ulong replaced = Mask(axes.Keys);
    private readonly ulong introduced = Introduced(graph, axes);

    /// <summary>The expression with everything replaced.</summary>
    public Expr Apply(Expr expression)
    {
        var id = graph.Id(expression);
        if (read is null && (graph.FreeAxes(id) & replaced) == 0)
        {
            return graph.Wrap(id);
        }

        if (!done.TryGetValue(id, out var result))
        {
            result = Rebuild(graph[id], id);
            done.Add(id, result);
        }

        return result;
    }

    private Expr Rebuild(Node node, int id)
    {
        switch (node.Kind)
        {
            case NodeKind.Index:
                return axes.TryGetValue(node.Symbol, out var index) ? index : graph.Wrap(id);
            case NodeKind.Read:
                var indices = Array.ConvertAll([.. node.Arguments], i => Apply(graph.Wrap(i)));
                return read?.Invoke(node.Symbol, indices) ?? graph.Read(node.Symbol, indices);
            case NodeKind.Apply:
                return graph.Apply(node.Operation, Array.ConvertAll([.. node.Arguments], a => Apply(graph.Wrap(a))));
            case NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum:
                return Reduction(node);
            default:
                return graph.Wrap(id);
        }
    }

    private Expr Reduction(Node node)
    {
        var body = node.Arguments[0];
        var bound = node.Symbol;
        var shadowed = (replaced >> bound & 1) != 0;
        if (!shadowed && (introduced >> bound & 1) == 0)
        {
            return graph.Reduce(node.Kind, bound, Apply(graph.Wrap(body)));
        }

        // The bound axis is another than the one of that name outside: give it a copy that nobody uses.
        var range = graph.Axes[bound];
        var used = graph.FreeAxes(body) | introduced | replaced;
        var copy = range.Copy;
        int fresh;
        do
        {
            fresh = graph.Axis(range.Lower, range.Upper, ++copy);
        }
        while ((used >> fresh & 1) != 0);

        var renamed = new Substitution(graph, new() { [bound] = graph.Index(fresh) }).Apply(graph.Wrap(body));
        return graph.Reduce(node.Kind, fresh, Apply(renamed));
    }

    private static ulong Mask(IEnumerable<int> axes)
    {
        var mask = 0UL;
        foreach (var axis in axes)
        {
            mask |= 1UL << axis;
        }

        return mask;
    }

    private static ulong Introduced(Graph graph, Dictionary<int, Expr> axes)
    {
        var mask = 0UL;
        foreach (var value in axes.Values)
        {
            mask |= graph.FreeAxes(graph.Id(value));
        }

        return mask;
    }
}
