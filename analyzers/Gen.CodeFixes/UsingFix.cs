using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gen.CodeFixes;

/// <summary>Imports the language of models.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsingFix))]
[Shared]
public sealed class UsingFix : CodeFixProvider
{
    private const string Title = "using static Gen.Modeling;";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.MissingUsing.Id];

    // One using serves all that a file says.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, _) => await ImportAsync(document, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(CodeAction.Create(Title, cancellation => ImportAsync(context.Document, cancellation), Title), context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> ImportAsync(Document document, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var source = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var place = root.Usings.Count > 0 ? root.Usings.Last().FullSpan.End : root.Externs.Count > 0 ? root.Externs.Last().FullSpan.End : 0;
        return document.WithText(source.WithChanges(new TextChange(new(place, 0), Title + "\n")));
    }
}
