using System;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Gen.Generators;

/// <summary>Names of generated files: a compilation tells them apart without looking at case, and takes few characters.</summary>
internal static class FileNames
{
    /// <summary>The name of a class's files, which no other class's have.</summary>
    public static string Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var name = Full(type);
        string[] alike =
        [
            .. compilation.GetSymbolsWithName(other => string.Equals(other, type.Name, StringComparison.OrdinalIgnoreCase), SymbolFilter.Type, cancellation)
                .OfType<INamedTypeSymbol>().Select(Full).Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)).Distinct().OrderBy(other => other, StringComparer.Ordinal),
        ];
        var number = Array.IndexOf(alike, name);
        return Legal(name) + (number > 0 ? "." + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
    }

    private static string Full(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace("@", "").Replace('<', '{').Replace('>', '}');

    private static string Legal(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            _ = char.IsLetterOrDigit(c) || "._{}, ".IndexOf(c) >= 0 ? text.Append(c) : text.Append('-').Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
