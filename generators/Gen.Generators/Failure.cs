using Microsoft.CodeAnalysis;

namespace Gen.Generators;

/// <summary>Why a model was not generated. Rules are the analyzers' to report, each at its expression; this says once, and also in a build without analyzers, that there is no model.</summary>
internal sealed record Failure
{
    private static readonly DiagnosticDescriptor NotGenerated = new(
        "GEN0000", "A model was not generated", "{0} was not generated: {1}", "Gen", DiagnosticSeverity.Error, isEnabledByDefault: true,
        description: "The method marked [Model] is outside the language of models, or the compiler failed on it; the message says which.");

    public Failure(string model, string message, SourceSpan? span)
    {
        Model = model;
        Message = message;
        Span = span;
    }

    private string Model { get; }

    private string Message { get; }

    private SourceSpan? Span { get; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(NotGenerated, Span?.ToLocation() ?? Location.None, Model, Message);
}
