using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Quantities become members of the posterior, by their names with a capital.</summary>
internal static class QuantityNames
{
    private static readonly HashSet<string> Reserved =
        ["Quantities", "Statistics", "Summary", "Chains", "Draws", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    public static void Check(Draft draft)
    {
        Dictionary<string, string> members = [];
        foreach (var parameter in draft.Parameters.Where(p => draft.ObservedArrays.Contains(p.Array)))
        {
            members[Member(parameter.Name)] = parameter.Name;
        }

        foreach (var array in draft.Arrays.Where(array => array is { Role: ArrayRole.Latent or ArrayRole.Deterministic, Location: not null }))
        {
            var member = Member(array.Name);
            if (Reserved.Contains(member))
            {
                draft.Diagnostics.Add(new(Rules.ReservedName, array.Location!, [array.Name, member, array.Name + "Value"]));
            }
            else if (members.ContainsKey(member))
            {
                draft.Diagnostics.Add(new(Rules.DuplicateName, array.Location!, [array.Name, member]));
            }
            else
            {
                members.Add(member, array.Name);
            }
        }
    }

    private static string Member(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
