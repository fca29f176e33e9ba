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
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Gen.Analyzers.Tests.Harness;

/// <summary>Source compiled as an editor does it: the generator first, then all the analyzers on what it gave, whatever errors C# has. <c>[|…|]</c> marks where a rule is broken.</summary>
internal class ModelTest : CSharpCodeFixTest<ModelAnalyzer, SuggestionFix, DefaultVerifier>
{
    /// <summary>The usings of a file of models.</summary>
    public const string Usings = "using System; using Gen; using static Gen.Modeling;\n";

    /// <summary>The usings of a file that does not import the language.</summary>
    public const string WithoutLanguage = "using System; using Gen;\n";

    // The library would download those of a framework; the one that runs is here.
    private static readonly ReferenceAssemblies NoPackage = new("net10.0");

    private static readonly MetadataReference[] References = FindReferences();

    private readonly string? rule;

    /// <summary>A test of source after usings, in which <c>[|…|]</c> stands for a rule, under properties of the build.</summary>
    public ModelTest(string source, string? rule = null, string usings = Usings, string properties = "GenAnalyzers=true;DesignTimeBuild=true")
    {
        this.rule = rule;
        ReferenceAssemblies = NoPackage;
        TestState.AdditionalReferences.AddRange(References);
        var lines = properties.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(property => "build_property." + property);
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", string.Join('\n', lines.Prepend("is_global = true"))));

        // That rules of the language cannot be switched off has a test of its own. A project of one file is fixed as that file is.
        TestBehaviors = TestBehaviors.SkipSuppressionCheck;
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        TestCode = usings + source;
    }

    /// <summary>A class <c>M</c> with a model of the given parameters and statements, and further members.</summary>
    public static string Model(string parameters, string statements, string members = "") => $$"""
        public partial class M
        {
            [Model]
            static partial void Define({{parameters}})
            {
                {{statements}}
            }

            {{members}}
        }
        """;

    /// <summary>Requires that neither C# nor an analyzer says anything.</summary>
    public static Task IsClean(string source, string usings = Usings) =>
        new ModelTest(source, usings: usings) { TestState = { MarkupHandling = MarkupMode.None } }.RunAsync();

    /// <summary>Requires what the source marks with <c>{|ID:…|}</c>, and that neither C# nor an analyzer says anything else.</summary>
    public static Task IsAsMarked(string source) => new ModelTest(source).RunAsync();

    /// <summary>Requires that a rule is broken where the source is marked, with its message, and nothing else.</summary>
    public static Task Breaks(string rule, string message, string marked) => new ModelTest(marked, rule)
    {
        DiagnosticVerifier = (actual, _, verifier) =>
        {
            if (actual.Id == rule)
            {
                verifier.Equal(message, actual.GetMessage());
            }
        },
    }.RunAsync();

    /// <summary>Requires that a rule is broken where the source is marked, and that its only fix makes the expected source, about which nothing is said.</summary>
    public static Task Fixes(string rule, string marked, string expected, string usings = Usings) =>
        new ModelTest(marked, rule, usings) { FixedCode = usings + expected }.RunAsync();

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ModelAnalyzer(), new ValueAnalyzer()];

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() =>
        rule is null ? [] : [new CodeFixProvider[] { new SuggestionFix(), new RenameFix(), new ModifierFix(), new UsingFix() }.Single(fix => fix.FixableDiagnosticIds.Contains(rule))];

    protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
    {
        Verify.True(actions.Length <= 1, "There is more than one fix.");
        return actions;
    }

    // GetSourceGenerators, which is for tests of what is generated, would run it twice for each analysis, and parse again what it wrote.
    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(
        Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        CSharpGeneratorDriver
            .Create([new ModelGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)CreateParseOptions(), optionsProvider: project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation((await project.GetCompilationAsync(cancellationToken))!, out var generated, out var reported, cancellationToken);
        return (generated, reported);
    }

    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => rule is null ? null : RuleDescriptors.All[rule];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static MetadataReference[] FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. trusted.Where(path => Path.GetDirectoryName(path) == framework).Append(typeof(Vector).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
