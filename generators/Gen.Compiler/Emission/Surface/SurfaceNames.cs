using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission.Surface;

/// <summary>How the user's names appear on what is generated, and which of them cannot.</summary>
public static class SurfaceNames
{
    private static readonly string[] OfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>Members of a generated model: no data and no static method of the user may become one of these.</summary>
    public static IReadOnlyCollection<string> ReservedInModel { get; } = new HashSet<string>(
        [.. OfObject, "Compiled", "CreateLogDensity", "Kernels", "Point", "Posterior", "Predictions", "PriorPredictive", "Simulation", "Trace"]);

    /// <summary>
    /// Members of what holds a model's quantities (posterior, predictions, simulation, point): no latent, deterministic, likelihood's data or
    /// objective may become one of these.
    /// </summary>
    public static IReadOnlyCollection<string> ReservedInPosterior { get; } = new HashSet<string>(
    [
        .. OfObject, "IntegersAt", "MatrixAt", "Model", "Point", "Posterior", "PosteriorPredictive", "Predict", "Predictions", "PriorPredictive", "Quantities",
        "ScalarAt", "Simulation", "Statistics", "Summary", "ToValues", "VectorAt",
    ]);

    /// <summary>Members of the optimum of an objective: no decision may become one of these.</summary>
    public static IReadOnlyCollection<string> ReservedInOptimum { get; } = new HashSet<string>(
    [
        .. OfObject, "Converged", "Evaluations", "ExpectedUtility", "Gradient", "Iterations", "Message", "Point", "Residual", "Searches", "Spread", "Utility",
    ]);

    /// <summary>The name of a member for a variable: <c>sigma</c> is <c>Sigma</c>, <c>log_sigma</c> is <c>LogSigma</c>, <c>w_1_2</c> is <c>W1_2</c>.</summary>
    public static string Member(string variable)
    {
        var text = new StringBuilder();
        var upper = true;
        for (var i = 0; i < variable.Length; i++)
        {
            var c = variable[i];
            if (c == '_')
            {
                if (i > 0 && i + 1 < variable.Length && char.IsDigit(variable[i - 1]) && char.IsDigit(variable[i + 1]))
                {
                    text.Append(c);
                }

                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.Length == 0 || !char.IsLetter(text[0]) ? variable : text.ToString();
    }

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
            model.Parameters.Select(parameter => (parameter.Name, "data")), [.. ReservedInModel, type, model.Name.Method, .. model.Objectives.SelectMany(Types)],
            $"a member of {type}", conflicts);
        Check(
            quantities.Select(quantity => (quantity.Name, "quantity")).Concat(model.Objectives.Select(objective => (objective.Name, "objective"))),
            ReservedInPosterior, $"a member of {type}'s posterior", conflicts);
        foreach (var objective in model.Objectives)
        {
            Check(
                objective.Parameters.Where(IsDecision).Select(parameter => (parameter.Name, "decision")), [.. ReservedInOptimum, objective.Name + "Optimum"],
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
            var member = Member(name);
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
