using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gen.Generators;

/// <summary>Whether the analyzers run beside the generator, as the build says through properties that the compiler may see.</summary>
internal static class AnalyzerPresence
{
    /// <summary>
    /// True where <c>GenAnalyzers</c>, which is set beside the references to them, is true and neither <c>RunAnalyzers</c> nor
    /// <c>RunAnalyzersDuringBuild</c> is false. A build that says nothing is taken to have none.
    /// </summary>
    private static bool IsIn(AnalyzerConfigOptions options) =>
        Is(options, "GenAnalyzers", "true") && !Is(options, "RunAnalyzers", "false") && !Is(options, "RunAnalyzersDuringBuild", "false");

    /// <summary>Whether they report what is wrong: an error of C#'s that ends a build stops them there, but not in an editor.</summary>
    public static bool Report(AnalyzerConfigOptions options, bool endsBuild) => IsIn(options) && (!endsBuild || Is(options, "DesignTimeBuild", "true"));

    private static bool Is(AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue("build_property." + property, out var actual) && string.Equals(actual, value, StringComparison.OrdinalIgnoreCase);
}
