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
using Microsoft.CodeAnalysis.Text;

namespace Gen.CodeFixes;

/// <summary>Writes what a diagnostic suggests in the place of what it is about.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestionFix))]
[Shared]
public sealed class SuggestionFix : CodeFixProvider
{
    // A name has to change everywhere, and a word or a using is put beside what is there.
    private static readonly string[] Others = [Rules.ObjectiveParameter.Id, PriorRules.NearDecision.Id, Rules.MissingModifier.Id, Rules.MissingAttribute.Id, Rules.MissingUsing.Id];

    /// <summary>All rules but those with a fix of their own.</summary>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RuleDescriptors.All.Keys.Except(Others)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var place = diagnostic.AdditionalLocations.FirstOrDefault() ?? diagnostic.Location;
            if (diagnostic.Properties.TryGetValue(Diagnostics.Suggestion, out var suggestion) && suggestion is not null
                && place.SourceTree is { } tree && context.Document.Project.Solution.GetDocument(tree) is { } document)
            {
                var title = $"Replace by {suggestion}";

                // One key for a rule, whatever it suggests: to fix all is to fix all of its kind.
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellation => ReplaceAsync(document, place.SourceSpan, suggestion, cancellation), diagnostic.Id), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string suggestion, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(span, suggestion)));
    }
}
