using System;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Applies a function to every node that a step evaluates.</summary>
internal static class Rewrite
{
    public static Step Nodes(Graph graph, Step step, Substitution substitution) =>
        Nodes(step, node => graph.Id(substitution.Apply(graph.Wrap(node))));

    public static Step Nodes(Step step, Func<int, int> rewrite)
    {
        int Optional(int node) => node < 0 ? node : rewrite(node);
        Density Arguments(Density density) => density with { Arguments = density.Arguments.Select(rewrite).ToEquatableArray() };
        return step switch
        {
            AssignStep s => s with { Indices = s.Indices.Select(rewrite).ToEquatableArray(), Value = rewrite(s.Value), Guard = Optional(s.Guard) },
            SampleStep s => s with { Indices = s.Indices.Select(rewrite).ToEquatableArray(), Density = Arguments(s.Density) },
            ObserveStep s => s with { Indices = s.Indices.Select(rewrite).ToEquatableArray(), Density = Arguments(s.Density), Guard = Optional(s.Guard) },
            PotentialStep s => s with { Value = rewrite(s.Value), Guard = Optional(s.Guard) },
            LoopStep loop => loop with { Body = loop.Body.Select(inner => Nodes(inner, rewrite)).ToEquatableArray() },
            _ => throw new InvalidOperationException(step.GetType().Name),
        };
    }
}
