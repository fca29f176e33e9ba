using System.Collections.Generic;
using System.Text;

namespace Gen.Compiler.Ir;

/// <summary>How the user's variables are called as members of what is generated, and which members are there already.</summary>
public static class MemberNames
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
        .. OfObject, "IntegerMatrixAt", "IntegersAt", "MatrixAt", "Model", "Point", "Posterior", "PosteriorPredictive", "Predict", "Predictions", "PriorPredictive", "Quantities",
        "ScalarAt", "Simulation", "Statistics", "Summary", "ToValues", "VectorAt",
    ]);

    /// <summary>Members of the optimum of an objective: no decision may become one of these.</summary>
    public static IReadOnlyCollection<string> ReservedInOptimum { get; } = new HashSet<string>(
    [
        .. OfObject, "Converged", "Evaluations", "ExpectedUtility", "Gradient", "Iterations", "Message", "Point", "Residual", "Searches", "Spread", "Utility",
    ]);

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
