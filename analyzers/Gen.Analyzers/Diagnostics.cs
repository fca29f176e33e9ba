using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gen.Analyzers;

/// <summary>The compiler's findings as Roslyn's diagnostics.</summary>
public static class Diagnostics
{
    /// <summary>The property of a diagnostic that holds source to write instead: at its first additional location, or at its own where there is none.</summary>
    public const string Suggestion = "Suggestion";

    /// <summary>The diagnostic that says what the compiler found, in a build with the given options.</summary>
    public static Diagnostic Create(ReadDiagnostic found, AnalyzerOptions options) => Diagnostic.Create(
        RulePages.Link(RuleDescriptors.Of(found.Rule), options.AnalyzerConfigOptionsProvider.GlobalOptions),
        found.Location,
        found.Replaces is { } replaces ? [replaces] : [],
        found.Suggestion is { } suggestion ? ImmutableDictionary<string, string?>.Empty.Add(Suggestion, suggestion) : null,
        [.. found.Arguments.Cast<object>()]);
}
