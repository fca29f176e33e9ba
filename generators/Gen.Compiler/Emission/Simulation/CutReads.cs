using System;
using System.Collections.Generic;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// What steps read, with the axes of which conditions leave a part that moves with loops: in loop t, the sum over j of <c>Where(j &lt; t, y[j], 0)</c> reads
/// y along an axis that is cut, and the sum of y does not. What is cut at a position along a cut axis (<c>i &lt; j</c>) is so too.
/// </summary>
/// <param name="graph">The nodes.</param>
/// <param name="loops">The axes of the loops.</param>
internal sealed class CutReads(Graph graph, ulong loops)
{
    /// <summary>The reads of a step that is not a loop.</summary>
    public IReadOnlyCollection<(Node Read, ulong Cut)> Of(Step step)
    {
        var found = new HashSet<(Node, ulong)>();
        Directed(step, (read, cut) =>
        {
            found.Add((read, cut));
            return read.Symbol;
        });
        return found;
    }

    /// <summary>A step with its reads directed to other arrays.</summary>
    /// <param name="step">The step; not a loop.</param>
    /// <param name="array">The array that is read, by the node and the axes that are cut there.</param>
    public Step Directed(Step step, Func<Node, ulong, int> array)
    {
        var done = new Dictionary<(int, ulong), int>();
        var guard = step switch
        {
            AssignStep assign => assign.Guard,
            SampleStep sample => sample.Guard,
            ObserveStep observe => observe.Guard,
            PotentialStep potential => potential.Guard,
            RequireStep require => require.Guard,
            _ => -1,
        };
        var guarded = Cut(guard, 0);
        return Rewrite.Nodes(step, id => Visit(id, id == guard ? 0 : guarded));

        int Visit(int id, ulong cut)
        {
            cut &= graph.FreeAxes(id);
            if (!done.TryGetValue((id, cut), out var result))
            {
                result = graph.Id(Rebuilt(graph[id], id, cut));
                done.Add((id, cut), result);
                if (graph.Hint(id) is { } name)
                {
                    graph.Name(result, name);
                }
            }

            return result;
        }

        Expr Rebuilt(Node node, int id, ulong cut)
        {
            // What stands behind a condition is evaluated where it holds.
            var behind = node.Kind == NodeKind.Apply && node.Operation is Operation.Where or Operation.And or Operation.Or ? cut | Cut(node.Arguments[0], cut) : cut;
            var arguments = new Expr[node.Arguments.Count];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = graph.Wrap(Visit(node.Arguments[i], i == 0 ? node.IsReduction ? cut & ~(1UL << node.Symbol) : cut : behind));
            }

            return node.Kind switch
            {
                NodeKind.Apply => graph.Apply(node.Operation, arguments),
                NodeKind.Read => graph.Read(array(node, cut), arguments),
                NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum => graph.Reduce(node.Kind, node.Symbol, arguments[0]),
                _ => graph.Wrap(id),
            };
        }
    }

    private ulong Cut(int condition, ulong cut) => condition >= 0 && (graph.FreeAxes(condition) & (loops | cut)) != 0 ? graph.FreeAxes(condition) & ~loops : 0;
}
