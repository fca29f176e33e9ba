using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gen.Generators;

/// <summary>
/// Why a model was not generated. Rules of the language are the analyzers' to report, each at its expression; where no analyzers run, and for what
/// only the generator knows, this says that there is no model.
/// </summary>
internal sealed record Failure
{
    private static readonly DiagnosticDescriptor NotGenerated = new(
        "GEN0000", "A model was not generated", "{0} was not generated{2}: {1}", "Gen", DiagnosticSeverity.Error, isEnabledByDefault: true,
        description: "The method marked [Model] is outside the language of models, or the compiler failed on it; the message says which.",
        helpLinkUri: RulePages.Pages + "GEN0000.md");

    public Failure(string model, string message, SourceSpan? span, bool isRule = false, bool isPart = false, bool endsBuild = false)
    {
        IsRule = isRule;
        IsPart = isPart;
        EndsBuild = endsBuild;
        Model = model;
        Message = message;
        Span = span;
    }

    /// <summary>Whether a rule of the language is broken, so that the analyzers, where they run, say so.</summary>
    public bool IsRule { get; }

    /// <summary>Whether C# ends the build before the analyzers run.</summary>
    public bool EndsBuild { get; }

    /// <summary>Whether the model is there and goes without objectives that break a rule.</summary>
    private bool IsPart { get; }

    private string Model { get; }

    private string Message { get; }

    private SourceSpan? Span { get; }

    /// <summary>The diagnostic, in a build with the given options.</summary>
    public Diagnostic ToDiagnostic(AnalyzerConfigOptions options) => Diagnostic.Create(RulePages.Link(NotGenerated, options), Span?.ToLocation() ?? Location.None, Model, Message, IsPart ? " whole" : "");
}
