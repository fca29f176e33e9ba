using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Gen.CodeFixes;
using Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Gen.Analyzers.Tests.Harness;

/// <summary>Source compiled as a build does it: the generator first, then the analyzers on what it gave.</summary>
internal sealed class AnalyzedSource
{
    private const string Usings = "using System; using Gen; using static Gen.Modeling;\n";

    /// <summary>The usings of a file that does not import the language.</summary>
    public const string WithoutLanguage = "using System; using Gen;\n";

    // Rules that say in the model's words what C# calls an error too.
    private static readonly string[] BesideErrors = ["GEN0032", "GEN0033", "GEN0034"];

    /// <summary>The language version of sources.</summary>
    public static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<MetadataReference[]> References = new(FindReferences);

    private AnalyzedSource(Document document, ImmutableArray<Diagnostic> found, IReadOnlyList<Diagnostic> errors)
    {
        Document = document;
        Found = found;
        Errors = errors;
    }

    /// <summary>What the analyzers reported, in the order of the source.</summary>
    public ImmutableArray<Diagnostic> Found { get; }

    /// <summary>C#'s own errors.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; }

    private Document Document { get; }

    /// <summary>A compilation of source, before which the usings of the language are put, without the generator.</summary>
    public static Compilation Compilation(string source) =>
        CSharpCompilation.Create("Models", [CSharpSyntaxTree.ParseText(Usings + source, Language)], References.Value, Options);

    /// <summary>Analyzes source before which the usings of the language are put.</summary>
    public static Task<AnalyzedSource> Of(string source) => Of(Usings, source);

    /// <summary>Analyzes source after usings.</summary>
    public static async Task<AnalyzedSource> Of(string usings, string source)
    {
        var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Models", LanguageNames.CSharp)
            .WithParseOptions(Language)
            .WithCompilationOptions(Options)
            .WithMetadataReferences(References.Value)
            .AddDocument("Model.cs", usings + source);
        var compilation = (await document.Project.GetCompilationAsync())!;
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var errors = generated.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var found = await generated
            .WithAnalyzers([new ModelAnalyzer(), new ValueAnalyzer()], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception), true, false))
            .GetAnalyzerDiagnosticsAsync();
        return new(document, [.. found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id)], errors);
    }

    /// <summary>Requires one diagnostic, of a rule, where the source is marked, and nothing else; its message is given.</summary>
    public static async Task<string> Message(string marked, string id)
    {
        var (diagnostic, _) = await Single(marked, id);
        return diagnostic.GetMessage();
    }

    /// <summary>Requires that neither C# nor an analyzer says anything.</summary>
    public static Task IsClean(string source) => IsClean(Usings, source);

    /// <summary>Requires that neither C# nor an analyzer says anything of source after usings.</summary>
    public static async Task IsClean(string usings, string source)
    {
        var analyzed = await Of(usings, source);
        RequireNone(analyzed.Errors.Concat(analyzed.Found));
    }

    /// <summary>Requires one diagnostic, and that its only fix makes the expected source, about which nothing is said.</summary>
    public static async Task Fixes(string marked, string id, string expected, string usings = Usings)
    {
        var (diagnostic, analyzed) = await Single(marked, id, usings);
        List<CodeAction> actions = [];
        foreach (var fix in new CodeFixProvider[] { new SuggestionFix(), new RenameFix(), new ModifierFix(), new UsingFix() }.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            await fix.RegisterCodeFixesAsync(new(analyzed.Document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await Assert.Single(actions).GetOperationsAsync(CancellationToken.None)));
        var text = (await operation.ChangedSolution.GetDocument(analyzed.Document.Id)!.GetTextAsync()).ToString();
        Assert.Equal(usings + expected, text);
        await IsClean(usings, expected);
    }

    private static async Task<(Diagnostic Diagnostic, AnalyzedSource Analyzed)> Single(string marked, string id, string usings = Usings)
    {
        var source = MarkedSource.Parse(marked);
        var analyzed = await Of(usings, source.Text);
        RequireNone(BesideErrors.Contains(id) ? [] : analyzed.Errors);
        var diagnostic = Assert.Single(analyzed.Found);
        var span = diagnostic.Location.SourceSpan;
        Assert.Equal((id, source.Text.Substring(source.Span.Start, source.Span.Length)), (diagnostic.Id, (usings + source.Text).Substring(span.Start, span.Length)));
        Assert.Equal(source.Span.Start, span.Start - usings.Length);
        return (diagnostic, analyzed);
    }

    private static void RequireNone(IEnumerable<Diagnostic> diagnostics) => Assert.False(diagnostics.Any(), string.Join('\n', diagnostics));

    private static MetadataReference[] FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. trusted.Where(path => Path.GetDirectoryName(path) == framework).Append(typeof(Vector).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
