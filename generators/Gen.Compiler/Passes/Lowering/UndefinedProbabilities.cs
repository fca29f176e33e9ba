using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Probabilities of distributions whose parameters may be out of range: NaN there, as everything that is computed from them. What that makes of a term is −∞, as it
/// is of a term that is a density's.
/// </summary>
internal sealed class UndefinedProbabilities
{
    private readonly Graph graph;
    private readonly Func<Expr, bool> holds;
    private readonly HashSet<int> arrays = [];

    /// <summary>Finds those of a program; <paramref name="holds"/> tells what is known to hold whatever latents are.</summary>
    public UndefinedProbabilities(Program program, Func<Expr, bool> holds)
    {
        (graph, this.holds) = (program.Graph, holds);
        Step[] steps = [.. Program.Flatten(program.Steps).Where(step => step is AssignStep or CallStep)];
        int before;
        do
        {
            before = arrays.Count;
            foreach (var step in steps.Where(step => Dependence.OperandsRead(step).Any(arrays.Contains) || Are(Dependence.Roots(step))))
            {
                arrays.UnionWith(Dependence.Writes(step));
            }
        }
        while (arrays.Count > before);
    }

    /// <summary>A term, which is −∞ where it is NaN because a probability is.</summary>
    /// <remarks>Of all numbers and infinities NaN alone is not at or below infinity.</remarks>
    public Expr Impossible(Expr term) => Are([graph.Id(term)])
        ? graph.Apply(Operation.Where, LessOrEqual(graph.Wrap(graph.Id(term)), double.PositiveInfinity), term, double.NegativeInfinity)
        : term;

    /// <summary>Whether a node is a probability that is guarded.</summary>
    public static bool IsGuard(Expr node) => node.Is(Operation.Where) && node.Argument(2).IsConstant(out var outside) && double.IsNaN(outside);

    private bool Are(IEnumerable<int> roots)
    {
        int[] given = [.. roots];
        return given.Any(IsNone) || Dependence.Reachable(graph, given).Any(id => graph[id].Kind == NodeKind.Read ? arrays.Contains(graph[id].Symbol)
            : IsGuard(graph.Wrap(id)) ? !holds(graph.Wrap(id).Argument(0))
            : graph[id].Arguments.Any(IsNone));
    }

    /// <summary>Whether a node is what a guard became that never holds.</summary>
    private bool IsNone(int id) => id >= 0 && graph[id].Kind == NodeKind.Constant && double.IsNaN(graph[id].Value);
}
