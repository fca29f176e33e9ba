using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Gen.Analyzers;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gen.CodeFixes;

/// <summary>Writes the word that a model's class or method lacks: <c>partial</c>, <c>static</c>, <c>[Model]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModifierFix))]
[Shared]
public sealed class ModifierFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.MissingModifier.Id, Rules.MissingAttribute.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(Diagnostics.Suggestion, out var modifier) && modifier is not null
                && root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration)
            {
                var isAttribute = diagnostic.Id == Rules.MissingAttribute.Id;
                var title = isAttribute ? $"Mark it {modifier}" : $"Declare it {modifier}";
                var (place, text) = isAttribute ? (declaration.SpanStart, modifier + Separator(declaration)) : (Place(declaration, modifier), modifier + " ");
                context.RegisterCodeFix(CodeAction.Create(title, cancellation => InsertAsync(context.Document, place, text, cancellation), title), diagnostic);
            }
        }
    }

    /// <summary>Where a modifier goes: <c>partial</c> last, right before what is declared, and <c>static</c> before that.</summary>
    private static int Place(MemberDeclarationSyntax declaration, string modifier)
    {
        var partial = declaration.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return modifier != "partial" && partial >= 0 ? declaration.Modifiers[partial].SpanStart
            : declaration is MethodDeclarationSyntax method ? method.ReturnType.SpanStart
            : ((TypeDeclarationSyntax)declaration).Keyword.SpanStart;
    }

    /// <summary>What stands between an attribute and its declaration: a new line, where the declaration begins one.</summary>
    private static string Separator(MemberDeclarationSyntax declaration)
    {
        var text = declaration.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(declaration.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart));
        return string.IsNullOrWhiteSpace(before) ? (text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } end ? end : "\n") + before : " ";
    }

    private static async Task<Document> InsertAsync(Document document, int place, string text, CancellationToken cancellation)
    {
        var source = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(source.WithChanges(new TextChange(new(place, 0), text)));
    }
}
