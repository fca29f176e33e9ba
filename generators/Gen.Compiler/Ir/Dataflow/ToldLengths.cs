using System;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// Lengths of data that a model's statements tell, as those of two latents do in a likelihood of two: data with that likelihood need not be there for them to be known.
/// </summary>
public static class ToldLengths
{
    /// <summary>A length that a size must have in any case, of numbers and integers that are always given; null where no statement says it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isSize">Whether a size is the one, or agrees with it.</param>
    public static int? Of(Model model, Func<int, bool> isSize)
    {
        var graph = Program.From(model).Graph;
        bool IsSize(int node) => graph[node].Kind == NodeKind.Size && isSize(graph[node].Symbol);
        bool IsGiven(int node) => Dependence.Reachable(graph, [node]).All(id => graph[id].Kind is NodeKind.Constant or NodeKind.Apply
            || graph[id] is { Kind: NodeKind.Read, Arguments.Count: 0 } read && model.Parameters.Any(parameter => parameter.Array == read.Symbol && !parameter.IsObserved));
        return model.LengthChecks.SelectMany(check => new[] { (Size: check.First, Told: check.Second), (Size: check.Second, Told: check.First) })
            .Where(sides => IsSize(sides.Size) && IsGiven(sides.Told)).Select(sides => (int?)sides.Told).FirstOrDefault();
    }
}
