using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Compiler.Tests.Harness;

/// <summary>
/// Models given as C# source, compiled in memory with the real generator, and loaded. One compilation may hold many models. Disposal lets the
/// assembly go.
/// </summary>
internal sealed class CompiledModels : IDisposable
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly Lazy<MetadataReference[]> References = new(FindReferences);

    // The longest of the first 800 random models has 366,000; what grows with the paths through an expression would keep the C# compiler busy for hours.
    private const int MostCharacters = 2_000_000;

    private readonly AssemblyLoadContext context;

    private CompiledModels(AssemblyLoadContext context, Assembly assembly, IReadOnlyDictionary<string, string> generated)
    {
        this.context = context;
        Assembly = assembly;
        Generated = generated;
    }

    /// <summary>The compiled assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>The generated files' text by their names.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; }

    /// <summary>Compiles and loads sources, each a file of its own.</summary>
    /// <exception cref="CompilationException">The generator or the compiler reports an error or a warning.</exception>
    public static CompiledModels Compile(params string[] sources)
    {
        var (compilation, reported, generated) = Generate(sources);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: CancellationToken.None);
        var problems = reported.Concat(emitted.Diagnostics).Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Distinct().ToArray();
        if (problems.Length > 0 || !emitted.Success)
        {
            throw new CompilationException(problems, generated);
        }

        image.Position = 0;
        var context = new AssemblyLoadContext("models", isCollectible: true);
        context.Resolving += (_, name) => Assembly.Load(name);
        return new(context, context.LoadFromStream(image), generated);
    }

    /// <summary>A compilation of sources before the generator has run.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Models" + Guid.NewGuid().ToString("N"), sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, Language, $"Model{i}.cs")), References.Value, Options);

    /// <summary>A type by its full name.</summary>
    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    /// <inheritdoc/>
    public void Dispose() => context.Unload();

    private static (Compilation Compilation, IEnumerable<Diagnostic> Reported, IReadOnlyDictionary<string, string> Generated) Generate(string[] sources)
    {
        var generators = Assembly.Load("Gen.Generators").GetTypes()
            .Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type))
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        var driver = CSharpGeneratorDriver.Create(generators, parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(Compilation(sources), out var compilation, out var reported);
        GeneratedSourceResult[] files = [.. driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources)];
        foreach (var file in files.Where(file => file.SourceText.Length > MostCharacters))
        {
            throw new InvalidOperationException($"{file.HintName} has {file.SourceText.Length} characters");
        }

        return (compilation, reported, files.ToDictionary(file => file.HintName, file => file.SourceText.ToString()));
    }

    /// <summary>The base library and the runtime; not the compiler, which declares some of the same names.</summary>
    private static MetadataReference[] FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. trusted.Where(path => Path.GetDirectoryName(path) == framework).Append(typeof(Vector).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];
    }
}

/// <summary>Models that do not compile cleanly.</summary>
internal sealed class CompilationException(IReadOnlyList<Diagnostic> problems, IReadOnlyDictionary<string, string> generated)
    : Exception(string.Join("\n", problems.Take(20).Select(Describe)))
{
    /// <summary>The diagnostics: errors and warnings.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; } = problems;

    /// <summary>The generated files' text by their names, as far as they were made.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; } = generated;

    // With the line's own text: a generated file stands nowhere to be looked up.
    private static string Describe(Diagnostic problem) =>
        problem.Location.SourceTree is { } tree
            ? $"{problem}\n    {tree.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()}"
            : problem.ToString();
}
