using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Applies a function to every node that a step evaluates.</summary>
internal static class Rewrite
{
    /// <summary>
    /// Rebuilds expressions from their leaves; the rule sees every rebuilt node and returns what stands for it, or null to keep it.
    /// </summary>
    public static Func<int, int> BottomUp(Graph graph, Func<Expr, Expr?> rule) => BottomUp(graph, (_, rebuilt, _) => rule(rebuilt));

    /// <summary>As above; the rule sees the node as it was, as it was rebuilt, and its rebuilt arguments.</summary>
    public static Func<int, int> BottomUp(Graph graph, Func<Node, Expr, Expr[], Expr?> rule)
    {
        var done = new Dictionary<int, int>();
        int Visit(int id)
        {
            if (!done.TryGetValue(id, out var result))
            {
                var node = graph[id];
                var arguments = node.Arguments.Select(argument => graph.Wrap(Visit(argument))).ToArray();
                var rebuilt = node.Kind switch
                {
                    NodeKind.Apply => graph.Apply(node.Operation, arguments),
                    NodeKind.Read => graph.Read(node.Symbol, arguments),
                    NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum => graph.Reduce(node.Kind, node.Symbol, arguments[0]),
                    _ => graph.Wrap(id),
                };
                result = graph.Id(rule(node, graph.Wrap(graph.Id(rebuilt)), arguments) ?? rebuilt);
                done.Add(id, result);
                if (graph.Hint(id) is { } name)
                {
                    graph.Name(result, name);
                }
            }

            return result;
        }

        return Visit;
    }

    /// <summary>A node with other arguments as it stands, in no canonical form: what a condition holds back, another rule would take out of it.</summary>
    public static Expr AsItStands(Graph graph, int id, Expr[] arguments) => graph[id] switch
    {
        { Kind: NodeKind.Apply } node => graph.InternApply(node.Operation, arguments),
        { Kind: NodeKind.Read } node => graph.Read(node.Symbol, arguments),
        { IsReduction: true } node => graph.InternReduction(node.Kind, node.Symbol, graph.Id(arguments[0])),
        _ => graph.Wrap(id),
    };

    public static Step Nodes(Graph graph, Step step, Substitution substitution) =>
        Nodes(step, node => graph.Id(substitution.Apply(graph.Wrap(node))));

    public static Step Nodes(Step step, Func<int, int> rewrite)
    {
        int Optional(int node) => node < 0 ? node : rewrite(node);
        return step switch
        {
            AssignStep s => s with { Indices = s.Indices.Select(rewrite).ToEquatableArray(), Value = rewrite(s.Value), Guard = Optional(s.Guard) },
            SampleStep s => s with { Indices = s.Indices.Select(rewrite).ToEquatableArray(), Density = s.Density.With(rewrite), Guard = Optional(s.Guard) },
            ObserveStep s => s with { Indices = s.Indices.Select(rewrite).ToEquatableArray(), Density = s.Density.With(rewrite), Guard = Optional(s.Guard) },
            PotentialStep s => s with { Value = rewrite(s.Value), Guard = Optional(s.Guard) },
            CallStep s => s.With(rewrite),
            RequireStep s => s with { Values = s.Values.Select(rewrite).ToEquatableArray(), Guard = Optional(s.Guard) },
            LoopStep loop => loop with { Body = loop.Body.Select(inner => Nodes(inner, rewrite)).ToEquatableArray() },
            _ => throw new InvalidOperationException(step.GetType().Name),
        };
    }
}
