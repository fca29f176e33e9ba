using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Quantities become members of the posterior: two must not become the same, nor one that is there already.</summary>
internal static class QuantityNames
{
    public static void Check(Draft draft)
    {
        Dictionary<string, string> members = [];
        foreach (var parameter in draft.Parameters.Where(p => draft.ObservedArrays.Contains(p.Array)))
        {
            members[MemberNames.Of(parameter.Name)] = parameter.Name;
        }

        foreach (var array in draft.Arrays.Where(array => array is { Role: ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated, Location: not null }))
        {
            var member = MemberNames.Of(array.Name);
            if (MemberNames.ReservedInPosterior.Contains(member))
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
}
