using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Gen.Analyzers;
using Gen.Compiler.Judgement;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace Gen.CodeFixes;

/// <summary>Gives an objective's parameter the name of what was meant, and changes what uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFix))]
[Shared]
public sealed class RenameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.ObjectiveParameter.Id, PriorRules.NearDecision.Id];

    // One after another from the end, because each renaming moves what stands behind it.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            document = await RenameAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
        }

        return document;
    });

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(Diagnostics.Suggestion, out var name) && name is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Rename to {name}",
                        async cancellation => (await RenameAsync(context.Document, diagnostic, cancellation).ConfigureAwait(false)).Project.Solution,
                        diagnostic.Id),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> RenameAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (!diagnostic.Properties.TryGetValue(Diagnostics.Suggestion, out var name) || name is null
            || root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || semantics?.GetDeclaredSymbol(parameter, cancellation) is not { } symbol)
        {
            return document;
        }

        var renamed = await Renamer.RenameSymbolAsync(document.Project.Solution, symbol, default, name, cancellation).ConfigureAwait(false);
        return renamed.GetDocument(document.Id) ?? document;
    }
}
