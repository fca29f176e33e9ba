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

        var quantities = draft.Arrays.Where((array, i) =>
            array is { Role: ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated, Location: not null } || (array.Role == ArrayRole.Local && draft.ObservedArrays.Contains(i)));
        foreach (var array in quantities)
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
