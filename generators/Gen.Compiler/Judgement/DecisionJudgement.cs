using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Judgement;

/// <summary>Judges the names of decisions: one that is spelt nearly as data are is mostly meant to replace them, and else replaces nothing.</summary>
public static class DecisionJudgement
{
    /// <summary>The judgements about a model's objectives, each at the decision.</summary>
    public static IEnumerable<ReadDiagnostic> Of(ReadResult result, IMethodSymbol method)
    {
        if (result.Model is not { } model)
        {
            yield break;
        }

        var program = Program.From(model);
        Step[] computing =
        [
            .. model.Prepared.SelectMany(prepared => prepared.Steps),
            .. Program.Flatten(program.Steps).Where(step => step is AssignStep or CallStep || (step is SampleStep sample && model.Arrays[sample.Array].Role == ArrayRole.Generated)),
        ];
        foreach (var objective in model.Objectives)
        {
            foreach (var decision in objective.Parameters.Where(parameter => parameter.Binding == Binding.Decision))
            {
                var near = model.Parameters
                    .Where(data => data.Type == decision.Type && objective.Parameters.All(own => own.Name != data.Name) && DimsJudgement.AreNear(decision.Name, data.Name))
                    .OrderBy(data => EditDistance.Of(decision.Name, data.Name));
                foreach (var data in near.Take(1))
                {
                    var follows = Following(program.Graph, computing, data.Array);
                    if (objective.Parameters.FirstOrDefault(own => own.Binding == Binding.Quantity && follows.Contains(own.Array)) is { } quantity)
                    {
                        var at = method.ContainingType.GetMembers(objective.Name).OfType<IMethodSymbol>().SelectMany(member => member.Parameters).First(own => own.Name == decision.Name);
                        yield return new(PriorRules.NearDecision, at.Locations[0], [decision.Name, model.Name.Type, quantity.Name, data.Name], data.Name);
                    }
                }
            }
        }
    }

    /// <summary>What is computed from an array.</summary>
    private static HashSet<int> Following(Graph graph, IReadOnlyList<Step> computing, int array)
    {
        HashSet<int> follows = [array];
        int before;
        do
        {
            before = follows.Count;
            foreach (var step in computing.Where(step => Dependence.Reads(graph, step).Overlaps(follows)))
            {
                follows.UnionWith(Dependence.Writes(step));
            }
        }
        while (follows.Count > before);
        return follows;
    }
}
