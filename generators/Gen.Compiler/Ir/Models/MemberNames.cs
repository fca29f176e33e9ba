using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Gen.Compiler.Ir;

/// <summary>How the user's variables are called as members of what is generated, and which members are there already.</summary>
public static class MemberNames
{
    private static readonly string[] OfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] OfRecord = ["Clone", "Deconstruct", "EqualityContract", "PrintMembers"];

    /// <summary>Members that every model's class gets: the class may have no other of such a name, nor such a name itself.</summary>
    public static IReadOnlyCollection<string> OfModel { get; } = new HashSet<string>(
        ["Compiled", "CreateLogDensity", "Kernels", "Point", "Posterior", "PosteriorMode", "Predictions", "PriorPredictive", "Simulation", "Trace"]);

    /// <summary>Members of a generated model: no data and no static method of the user may become one of these.</summary>
    public static IReadOnlyCollection<string> ReservedInModel { get; } = new HashSet<string>([.. OfObject, .. OfModel]);

    /// <summary>
    /// Members of what holds a model's quantities (posterior, predictions, mode, simulation, point): no latent, deterministic, likelihood's data or
    /// objective may become one of these.
    /// </summary>
    public static IReadOnlyCollection<string> ReservedInPosterior { get; } = new HashSet<string>(
    [
        .. OfObject, "BooleanAt", "IntegerMatrixAt", "IntegerAt", "IntegersAt", "MatrixAt", "Model", "Point", "Posterior", "PosteriorMode", "PosteriorPredictive", "Predict", "Predictions", "PriorPredictive", "Quantities",
        "ScalarAt", "Simulation", "Statistics", "Summary", "ToValues", "VectorAt",
    ]);

    /// <summary>Members of the optimum of an objective: no decision may become one of these.</summary>
    public static IReadOnlyCollection<string> ReservedInOptimum { get; } = new HashSet<string>(
    [
        .. OfObject, "Converged", "Evaluations", "ExpectedUtility", "Gradient", "Iterations", "Message", "Point", "Residual", "Searches", "Spread", "Utility",
    ]);

    /// <summary>
    /// The member of each variable: its name with a capital where that is free, else its own spelling; a variable for which both are taken has none. One that is
    /// spelt as its member goes first, having no other name: so different variables never end in one member.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Assign(IEnumerable<string> variables, IEnumerable<string> taken)
    {
        var (used, members) = (new HashSet<string>(taken), new Dictionary<string, string>());
        foreach (var variable in variables.Distinct().OrderBy(variable => Of(variable) == variable ? 0 : 1))
        {
            if (new[] { Of(variable), variable }.FirstOrDefault(used.Add) is { } member)
            {
                members.Add(variable, member);
            }
        }

        return members;
    }

    /// <summary>The members of a model's class that show its data.</summary>
    public static IReadOnlyDictionary<string, string> OfData(ModelName name, IEnumerable<string> data, IEnumerable<string> objectives) =>
        Assign(data, [.. ReservedInModel, .. name.Keyword == "record" ? OfRecord : [], name.Type, name.Method, .. name.Members, .. objectives.SelectMany(TypesOf)]);

    /// <summary>The members of a posterior, and of whatever else holds quantities, that show them.</summary>
    public static IReadOnlyDictionary<string, string> OfQuantities(IEnumerable<string> quantities, IEnumerable<string> objectives) =>
        Assign(quantities, [.. ReservedInPosterior, .. objectives]);

    /// <summary>The members of an objective's optimum that show its decisions.</summary>
    public static IReadOnlyDictionary<string, string> OfDecisions(string objective, IEnumerable<string> decisions) =>
        Assign(decisions, [.. ReservedInOptimum, objective + "Optimum"]);

    /// <summary>The members of the model's class that an objective becomes.</summary>
    public static IEnumerable<string> TypesOf(string objective) => [objective, objective + "Problem", objective + "Optimum"];

    /// <summary>The name of a member for a variable: <c>sigma</c> is <c>Sigma</c>, <c>log_sigma</c> is <c>LogSigma</c>, <c>w_1_2</c> is <c>W1_2</c>.</summary>
    public static string Of(string variable)
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
}
