using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Compiler.Emission;

/// <summary>Names for one scope of emitted code: the user's own where they are free, else with a number behind.</summary>
internal sealed class Identifiers(IEnumerable<string> taken)
{
    // What the emitted classes are called and have besides the user's own.
    private static readonly HashSet<string> Members =
        ["Data", "Known", "Shape", "IsObserved", "Dimension", "Evaluate", "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone"];

    private readonly HashSet<string> used = [.. taken];

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

    /// <summary>A member's name from a user's identifier or a path like <c>price.Length</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var upper = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        var member = text.Length == 0 || char.IsDigit(text[0]) ? "Value" + text : text.ToString();
        return Members.Contains(member) ? member + "Values" : member;
    }

    /// <summary>A local's name from a user's identifier.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
