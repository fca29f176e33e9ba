using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Compiler.Emission;

/// <summary>
/// The names of one scope of emitted code. Everything that is declared there asks for its name here, once: it is the user's own where that is free, else one with a
/// number behind. Different names of the user's may be alike once they are written as members or as locals, so nothing may write one without asking.
/// </summary>
internal sealed class Identifiers(IEnumerable<string> taken)
{
    /// <summary>The variables of emitted loops, outer before inner.</summary>
    public static readonly string[] LoopVariables = ["i", "j", "k", "l", "m", "n"];

    // What emitted classes are called and have besides the user's own, the types that they mention without a namespace, and words that C# takes for its own in places.
    private static readonly string[] Reserved =
    [
        "Data", "Known", "LogDensity", "Recorder", "Simulator", "Shape", "Coordinates", "IsObserved", "Dimension", "Evaluate",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        "Array", "ArgumentOutOfRangeException", "Cholesky", "DataCheck", "DifferentialEquationOptions", "Dim", "Draws", "IDifferentialEquation", "ILanes", "ILogDensity", "IObjective",
        "IReadOnlyList", "LaneElements", "Lanes1", "Lanes128", "Lanes256", "Lanes512", "Math", "Matrix", "MethodImpl", "MethodImplOptions", "RandomStream", "ReadOnlySpan", "Span",
        "Vector", "Vector256", "Vector512", "V",
        "_", "await", "field", "nameof", "partial", "record", "scoped", "var", "when", "yield",
    ];

    private readonly HashSet<string> used = [.. Reserved, .. LoopVariables, .. taken];

    /// <summary>The names that are taken.</summary>
    public IEnumerable<string> Used => used;

    /// <summary>A name that nothing in the scope has yet.</summary>
    public string Unique(string wanted)
    {
        var name = wanted;
        for (var i = 2; SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || !used.Add(name); i++)
        {
            name = wanted + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>Takes names that are declared inside the scope: C# has none there that a later one outside has.</summary>
    public void Take(IEnumerable<string> names) => used.UnionWith(names);

    /// <summary>What a member should be called after a user's identifier or a path like <c>price.Length</c>; whether it may be, <see cref="Unique"/> tells.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var upper = true;
        foreach (var c in name)
        {
            if (c == '_' || !SyntaxFacts.IsIdentifierPartCharacter(c))
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? "Value" + text : text.ToString();
    }

    /// <summary>The same for a local.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
