using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>An expression as a sum of latents, each a single number with a constant coefficient, and of something that data decide.</summary>
internal sealed record LatentSum(IReadOnlyDictionary<int, double> Coefficients, Expr Known)
{
    /// <summary>The form of an expression, or null where it has none.</summary>
    public static LatentSum? Of(Program program, Expr expression)
    {
        var graph = program.Graph;
        var node = expression.Node;
        if (node.Kind == NodeKind.Read && program.Arrays[node.Symbol] is { Role: ArrayRole.Latent, Rank: 0 })
        {
            return new(new Dictionary<int, double> { [node.Symbol] = 1 }, 0);
        }

        if (expression.Graph is null || IsKnown(program, expression.Id))
        {
            return new(new Dictionary<int, double>(), expression);
        }

        LatentSum? Argument(int index) => Of(program, expression.Argument(index));
        return node switch
        {
            { Kind: NodeKind.Maximum or NodeKind.Minimum } => Argument(0) is { } body ? body with { Known = graph.Reduce(node.Kind, node.Symbol, body.Known) } : null,
            { Kind: NodeKind.Apply, Operation: Operation.Negate } => Argument(0)?.Times(-1),
            { Kind: NodeKind.Apply, Operation: Operation.Add } => Argument(0) is { } a && Argument(1) is { } b ? a.Plus(b, 1) : null,
            { Kind: NodeKind.Apply, Operation: Operation.Subtract } => Argument(0) is { } a && Argument(1) is { } b ? a.Plus(b, -1) : null,
            { Kind: NodeKind.Apply, Operation: Operation.Multiply } when expression.Argument(0).IsConstant(out var factor) => Argument(1)?.Times(factor),
            _ => null,
        };
    }

    /// <summary>The sum with a multiple of another form.</summary>
    public LatentSum Plus(LatentSum other, double factor)
    {
        var coefficients = Coefficients.ToDictionary(term => term.Key, term => term.Value);
        foreach (var term in other.Coefficients)
        {
            coefficients[term.Key] = (coefficients.TryGetValue(term.Key, out var own) ? own : 0) + factor * term.Value;
        }

        return new(coefficients.Where(term => term.Value != 0).ToDictionary(term => term.Key, term => term.Value), Known + factor * other.Known);
    }

    private LatentSum Times(double factor) => new(Coefficients.ToDictionary(term => term.Key, term => factor * term.Value), factor * Known);

    private static bool IsKnown(Program program, int id) => Dependence.Reachable(program.Graph, [id]).Select(part => program.Graph[part])
        .All(node => node.Kind != NodeKind.Read || program.Arrays[node.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared);
}
