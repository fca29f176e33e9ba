using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission.Surface;

/// <summary>Which of a model's names cannot be shown on what is generated.</summary>
public static class SurfaceNames
{
    /// <summary>
    /// Names of the model that cannot be shown as members, each with the reason. A reader refuses a model with any, at the name; emission
    /// supposes that there are none.
    /// </summary>
    public static IReadOnlyList<(string Name, string Reason)> Conflicts(Model model)
    {
        var conflicts = new List<(string, string)>();
        var quantities = SurfaceQuantity.Of(model);
        var type = model.Name.Type;
        Check(
            model.Parameters.Select(parameter => (parameter.Name, "data")), [.. MemberNames.ReservedInModel, type, model.Name.Method, .. model.Objectives.SelectMany(Types)],
            $"a member of {type}", conflicts);
        Check(
            quantities.Select(quantity => (quantity.Name, "quantity")).Concat(model.Objectives.Select(objective => (objective.Name, "objective"))),
            MemberNames.ReservedInPosterior, $"a member of {type}'s posterior", conflicts);
        foreach (var objective in model.Objectives)
        {
            Check(
                objective.Parameters.Where(IsDecision).Select(parameter => (parameter.Name, "decision")), [.. MemberNames.ReservedInOptimum, objective.Name + "Optimum"],
                $"a member of {objective.Name}'s optimum", conflicts);
        }

        return conflicts;
    }

    /// <summary><paramref name="preferred"/>, or a name like it that is not <paramref name="taken"/>.</summary>
    internal static string Unique(string preferred, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        while (!names.Add(preferred))
        {
            preferred += "_";
        }

        return preferred;
    }

    internal static bool IsDecision(ObjectiveParameter parameter) => parameter.Binding is Binding.Decision or Binding.DecidedData;

    private static IEnumerable<string> Types(Objective objective) => [objective.Name, objective.Name + "Problem", objective.Name + "Optimum"];

    private static void Check(
        IEnumerable<(string Name, string What)> names, IReadOnlyCollection<string> reserved, string where, List<(string, string)> conflicts)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, what) in names)
        {
            var member = MemberNames.Of(name);
            if (reserved.Contains(member))
            {
                conflicts.Add((name, $"the {what} '{name}' would be called {member}, which is {where} already"));
            }
            else if (seen.TryGetValue(member, out var other))
            {
                conflicts.Add((name, $"the {what} '{name}' would be called {member}, and so would '{other}'"));
            }
            else
            {
                seen.Add(member, name);
            }
        }
    }
}
