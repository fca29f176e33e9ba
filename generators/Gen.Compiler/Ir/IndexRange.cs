using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Which reads are known to stay inside their arrays, and which are kept inside only by a condition around them.</summary>
public static class IndexRange
{
    private const int Nothing = -1;

    /// <summary>Whether an index along an axis, shifted by a constant at most, stays inside an extent for every position. Other indices: true, they are checked as data.</summary>
    public static bool IsInside(Graph graph, int index, int extent)
    {
        var (inner, shift) = Offset(graph, index);
        if (inner == Nothing || graph[inner].Kind != NodeKind.Index)
        {
            return true;
        }

        var axis = graph.Axes[graph[inner].Symbol];
        var (lower, first) = Offset(graph, axis.Lower);
        var (upper, last) = Offset(graph, axis.Upper);
        var (length, size) = Offset(graph, extent);
        return lower == Nothing && first + shift >= 0 && upper == length && last + shift <= size;
    }

    /// <summary>The nodes that are evaluated whatever conditions hold: those not only inside the branches of a Where.</summary>
    public static HashSet<int> Unconditional(Graph graph, IEnumerable<int> roots)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>(roots.Where(root => root >= 0));
        while (stack.Count > 0)
        {
            var id = stack.Pop();
            if (seen.Add(id))
            {
                var node = graph[id];
                foreach (var argument in node is { Kind: NodeKind.Apply, Operation: Operation.Where } ? node.Arguments.Take(1) : node.Arguments)
                {
                    stack.Push(argument);
                }
            }
        }

        return seen;
    }

    /// <summary>Splits node + constant; a constant alone stands on <see cref="Nothing"/>.</summary>
    private static (int Node, double Constant) Offset(Graph graph, int id)
    {
        var node = graph[id];
        return node.Kind == NodeKind.Constant ? (Nothing, node.Value)
            : node is { Kind: NodeKind.Apply, Operation: Operation.Add } && graph[node.Arguments[1]].Kind == NodeKind.Constant
                ? (node.Arguments[0], graph[node.Arguments[1]].Value)
            : (id, 0);
    }
}
