using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Takes the supports off the terms of a sum: one term that is −∞ makes the sum so, whatever the others are. Terms can then be split and summed without
/// conditions inside them, and the conditions are asked once, beside the sum.
/// </summary>
internal sealed class SupportGathering(Graph graph)
{
    private Expr? inside;

    /// <summary>A term, or what is subtracted, without the conditions outside which it is −∞.</summary>
    public Expr Without(Expr term, bool isSubtracted)
    {
        if (isSubtracted)
        {
            return term;
        }

        var (value, condition) = Split(term);
        if (condition is { } holds)
        {
            inside = inside is { } others ? And(others, holds) : holds;
        }

        return value;
    }

    /// <summary>The condition outside which a term is −∞, or null.</summary>
    public static Expr? Condition(Graph graph, Expr term) => new SupportGathering(graph).Split(term).Condition;

    /// <summary>The sum where all conditions hold, −∞ elsewhere.</summary>
    public Expr Restrict(Expr sum) => inside is { } holds ? graph.Apply(Operation.Where, holds, sum, double.NegativeInfinity) : sum;

    private (Expr Value, Expr? Condition) Split(Expr term)
    {
        if (term.Is(Operation.Where) && term.Argument(2).IsNumber(double.NegativeInfinity))
        {
            var (value, inner) = Split(term.Argument(1));
            return (value, inner is { } holds ? And(term.Argument(0), holds) : term.Argument(0));
        }

        // A sum is −∞ if any of its parts is.
        if (term.Node.Kind == NodeKind.Sum && Split(term.Argument(0)) is (var body, { } each))
        {
            return (graph.Wrap(graph.Id(graph.Sum(term.Node.Symbol, body))), Everywhere(term.Node.Symbol, each));
        }

        return (term, null);
    }

    /// <summary>That a condition holds at every position of an axis; whether all are below one number, their maximum tells.</summary>
    private Expr Everywhere(int axis, Expr condition)
    {
        condition = graph.Wrap(graph.Id(condition));
        if (condition.Is(Operation.And))
        {
            return And(Everywhere(axis, condition.Argument(0)), Everywhere(axis, condition.Argument(1)));
        }

        if (condition.Is(Operation.Less) || condition.Is(Operation.LessOrEqual))
        {
            var (a, b) = (condition.Argument(0), condition.Argument(1));
            if (!graph.Varies(a.Id, axis) && graph.Varies(b.Id, axis))
            {
                return Expr.Apply(condition.Node.Operation, a, graph.Reduce(NodeKind.Minimum, axis, b));
            }

            if (graph.Varies(a.Id, axis) && !graph.Varies(b.Id, axis))
            {
                return Expr.Apply(condition.Node.Operation, graph.Reduce(NodeKind.Maximum, axis, a), b);
            }
        }

        return Equal(graph.Sum(axis, Where(condition, 0, 1)), 0);
    }
}
