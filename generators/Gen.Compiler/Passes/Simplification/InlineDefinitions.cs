using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// An array that one statement defines for all its elements is replaced by that definition where it is read position by position, or where
/// the definition is cheap. It stays an array where it is gathered from and costs something: then each element is computed once.
/// </summary>
public static class InlineDefinitions
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var graph = program.Graph;
        var definitions = new Dictionary<int, AssignStep>();
        var writers = Ir.Program.Flatten(program.Steps).SelectMany(step => step is LoopStep ? [] : Dependence.Writes(step)).ToLookup(array => array);
        var steps = new List<Step>();

        Expr? Inline(int array, IReadOnlyList<Expr> indices)
        {
            if (!definitions.TryGetValue(array, out var definition) || (!Elementwise(indices) && IsExpensive(graph, definition.Value)))
            {
                return null;
            }

            var axes = new Dictionary<int, Expr>();
            for (var d = 0; d < indices.Count; d++)
            {
                axes[graph[definition.Indices[d]].Symbol] = indices[d];
            }

            var value = new Substitution(graph, axes).Apply(graph.Wrap(definition.Value));
            graph.Name(graph.Id(value), program.Arrays[array].Name);
            return value;
        }

        foreach (var step in program.Steps)
        {
            var inlined = Rewrite.Nodes(graph, step, new Substitution(graph, [], Inline));
            steps.Add(inlined);
            if (inlined is AssignStep assign && IsDefinition(program, assign) && writers[assign.Array].Count() == 1)
            {
                definitions[assign.Array] = assign;
            }
        }

        return program with { Steps = steps };
    }

    private static bool IsDefinition(Program program, AssignStep step)
    {
        var graph = program.Graph;
        var array = program.Arrays[step.Array];
        if (step.Accumulate || step.Guard >= 0 || step.Axes.Count != array.Rank)
        {
            return false;
        }

        for (var d = 0; d < array.Rank; d++)
        {
            var index = graph[step.Indices[d]];
            if (index.Kind != NodeKind.Index || !step.Axes.Contains(index.Symbol))
            {
                return false;
            }

            var axis = graph.Axes[index.Symbol];
            if (axis.Upper != array.Extents[d] || !graph.Wrap(axis.Lower).IsNumber(0))
            {
                return false;
            }
        }

        return step.Indices.Distinct().Count() == array.Rank;
    }

    private static bool Elementwise(IReadOnlyList<Expr> indices) =>
        indices.All(index => index.Node.Kind == NodeKind.Index) && indices.Distinct().Count() == indices.Count;

    private static bool IsExpensive(Graph graph, int value) => Dependence.Reachable(graph, [value]).Any(id =>
        graph[id].IsReduction || (graph[id].Kind == NodeKind.Apply && OperationTable.Row(graph[id].Operation).Expensive));
}
