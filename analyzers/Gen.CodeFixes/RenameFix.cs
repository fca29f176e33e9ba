using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Gen.Analyzers;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace Gen.CodeFixes;

/// <summary>Gives an objective's parameter the name of the quantity that was meant, and changes what uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFix))]
[Shared]
public sealed class RenameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.ObjectiveParameter.Id];

    // Two renamings at once would each start from the same text.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(Diagnostics.Suggestion, out var name) && name is not null
                && root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
                && semantics?.GetDeclaredSymbol(parameter, context.CancellationToken) is { } symbol)
            {
                var title = $"Rename to {name}";
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellation => Renamer.RenameSymbolAsync(solution, symbol, default, name, cancellation), title), diagnostic);
            }
        }
    }
}
