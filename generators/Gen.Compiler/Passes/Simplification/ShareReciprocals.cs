using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Several quotients by one divisor become products with its reciprocal: a division costs as much as many products, also on lanes.</summary>
public static class ShareReciprocals
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var graph = program.Graph;
        var quotients = Dependence.Reachable(graph, program.Steps.SelectMany(Dependence.Roots)).Select(id => graph[id])
            .Where(node => node is { Kind: NodeKind.Apply, Operation: Operation.Divide }).ToLookup(node => node.Arguments[1]);
        var shared = new HashSet<int>(quotients.Where(group => group.Count() > 1).Select(group => group.Key));

        // Bottom up, a divisor may have been rebuilt before its quotient is seen: divisors are compared as they were.
        var rewrite = Rewrite.BottomUp(graph, (node, _, arguments) =>
            node is { Kind: NodeKind.Apply, Operation: Operation.Divide } && shared.Contains(node.Arguments[1]) && !arguments[0].IsNumber(1)
                ? Product(graph, arguments[0], 1 / arguments[1])
                : null);
        return program with { Steps = [.. program.Steps.Select(step => Rewrite.Nodes(step, rewrite))] };
    }

    /// <summary>a · (1 / b), which canonical form would make a quotient again where a is a constant.</summary>
    private static Expr Product(Graph graph, Expr a, Expr reciprocal) =>
        a.IsConstant(out _) ? graph.InternApply(Operation.Multiply, a, reciprocal) : a * reciprocal;
}
