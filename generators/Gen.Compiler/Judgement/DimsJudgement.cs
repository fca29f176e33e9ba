using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Judgement;

/// <summary>Judges the names of axes: two that are spelt nearly alike are mostly meant to be one.</summary>
public static class DimsJudgement
{
    /// <summary>The judgements about a model's data, each at the later of two parameters.</summary>
    public static IEnumerable<ReadDiagnostic> Of(ReadResult result, IMethodSymbol method)
    {
        if (result.Model is not { } model)
        {
            yield break;
        }

        method = method.PartialImplementationPart ?? method;
        var axes = model.Parameters.SelectMany(parameter => Names(parameter).Select((name, d) => (Parameter: parameter.Name, Name: name, Size: parameter.Sizes[d]))).ToList();
        var judged = new HashSet<string>();
        for (var later = 0; later < axes.Count; later++)
        {
            foreach (var first in axes.Take(later).Where(first => first.Name != axes[later].Name))
            {
                // The two axes of one matrix are named apart on purpose, whatever their lengths.
                var areApart = model.Parameters.Any(parameter => Names(parameter).Contains(first.Name) && Names(parameter).Contains(axes[later].Name));
                var shared = Shared(model, first.Size, axes[later].Size);
                if (!areApart && AreNear(first.Name, axes[later].Name) && judged.Add(first.Name + " " + axes[later].Name))
                {
                    var at = method.Parameters.First(parameter => parameter.Name == axes[later].Parameter).Locations[0];
                    yield return new(PriorRules.NearDims, at, [axes[later].Name, first.Name, first.Parameter, shared is { Length: > 0 } ? $", which shares the axis in '{shared}'" : ""]);
                }
            }
        }
    }

    private static IReadOnlyList<string> Names(Parameter parameter) => parameter.Type == ParameterType.Dim ? [parameter.Name] : [.. parameter.Dims.Take(parameter.Sizes.Count)];

    /// <summary>The statement that makes two sizes agree directly, or null.</summary>
    private static string? Shared(Model model, int first, int second) =>
        model.Checks.Where(check => (check.First, check.Second) == (first, second) || (check.Second, check.First) == (first, second))
            .Select(check => check.Site >= 0 ? model.Sites[check.Site].Text : "").FirstOrDefault();

    // Numbers tell names apart on purpose: week1 and week2.
    internal static bool AreNear(string name, string other) =>
        EditDistance.IsSlip(name, other) && string.Concat(name.Where(char.IsLetter)) != string.Concat(other.Where(char.IsLetter));
}
