using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>Data and quantities become members of what is generated: none may have the name of one that is there already.</summary>
internal static class QuantityNames
{
    public static void Check(Draft draft, IMethodSymbol method, ModelName name)
    {
        var objectives = method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(ObjectiveReader.IsObjective).Select(objective => objective.Name).ToList();
        var properties = MemberNames.OfData(name, draft.Parameters.Select(parameter => parameter.Name), objectives);
        foreach (var parameter in method.Parameters.Where(parameter => draft.Parameters.Any(data => data.Name == parameter.Name) && !properties.ContainsKey(parameter.Name)))
        {
            Report(draft, parameter.Locations[0], parameter.Name, $"'{name.Type}' has");
        }

        HashSet<string> seen = [];
        var quantities = draft.Arrays.Where((array, i) =>
            array is { Role: ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated, Location: not null } || (array.Role == ArrayRole.Local && draft.ObservedArrays.Contains(i))).ToList();
        var observed = draft.Parameters.Where(parameter => draft.ObservedArrays.Contains(parameter.Array)).Select(parameter => parameter.Name).ToList();
        var members = MemberNames.OfQuantities([.. quantities.Select(array => array.Name), .. observed], objectives);
        foreach (var array in quantities)
        {
            if (!seen.Add(array.Name))
            {
                draft.Diagnostics.Add(new(Rules.DuplicateName, array.Location!, [array.Name, "quantity of the model", MemberNames.Of(array.Name)]));
            }
            else if (MemberNames.ReservedInPosterior.Contains(MemberNames.Of(array.Name)) || !members.ContainsKey(array.Name))
            {
                Report(draft, array.Location!, array.Name, "every posterior has");
            }
        }

        foreach (var parameter in method.Parameters.Where(parameter => observed.Contains(parameter.Name) && !members.ContainsKey(parameter.Name)))
        {
            Report(draft, parameter.Locations[0], parameter.Name, "every posterior has");
        }
    }

    /// <summary>Reports why an objective cannot have its name; true where it can.</summary>
    public static bool CheckObjective(Draft draft, IMethodSymbol objective, IEnumerable<string> others)
    {
        var reported = draft.Diagnostics.Count;
        if (others.Contains(objective.Name))
        {
            draft.Diagnostics.Add(new(Rules.DuplicateName, objective.Locations[0], [objective.Name, "objective", objective.Name]));
        }
        else if (MemberNames.ReservedInPosterior.Contains(objective.Name))
        {
            Report(draft, objective.Locations[0], objective.Name, "every posterior has");
        }

        var decisions = objective.Parameters.Where(ObjectiveReader.IsDecision).ToList();
        var members = MemberNames.OfDecisions(objective.Name, decisions.Select(decision => decision.Name));
        foreach (var decision in decisions.Where(decision => !members.ContainsKey(decision.Name)))
        {
            Report(draft, decision.Locations[0], decision.Name, $"the optimum of '{objective.Name}' has");
        }

        return draft.Diagnostics.Count == reported;
    }

    private static void Report(Draft draft, Location at, string name, string owner) =>
        draft.Diagnostics.Add(new(Rules.ReservedName, at, [name, MemberNames.Of(name), owner, name + "Value"]));
}
