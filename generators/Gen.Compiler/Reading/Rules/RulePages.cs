using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gen.Compiler.Reading;

/// <summary>
/// Where the pages of rules stand on this machine: the package holds them, and its build file says in <c>GenRules</c> where the package was unpacked. An analyzer
/// cannot tell from where its own DLL stands, which hosts copy elsewhere before they load it.
/// </summary>
public static class RulePages
{
    /// <summary>Where a page about each rule stands, from the root of the repository.</summary>
    public const string Pages = "analyzers/rules/";

    private const string Folder = "build_property.GenRules";

    /// <summary>The descriptor with a link that opens its page, or as it is where the build does not say where pages are.</summary>
    public static DiagnosticDescriptor Link(DiagnosticDescriptor rule, AnalyzerConfigOptions build) =>
        build.TryGetValue(Folder, out var folder) && Uri.TryCreate(folder, UriKind.Absolute, out var pages)
            ? new(
                rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, rule.Description,
                new Uri(pages, rule.Id + ".md").AbsoluteUri, [.. rule.CustomTags])
            : rule;
}
