using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Generators.Tests.Harness;

/// <summary>Compiles source text against the runtime, with every warning on and counted as an error, and runs what came of it.</summary>
internal static class SourceCompilation
{
    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    public static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, generalDiagnosticOption: ReportDiagnostic.Error);

    public static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(Vector).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>A library of the given files, by path and text.</summary>
    public static CSharpCompilation Of(params IEnumerable<(string Path, string Text)> files) => CSharpCompilation.Create(
        "Models",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path)),
        References.Value,
        Options);

    /// <summary>The errors and warnings, as a compiler prints them.</summary>
    public static string[] Problems(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];

    /// <summary>An emitted file without the pragma that keeps its warnings from users.</summary>
    public static string WithWarnings(string emitted) => emitted.Replace("#pragma warning disable\n", "");

    /// <summary>Compiles, loads, and gives the class <c>Program</c>.</summary>
    public static Type Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("\n", Problems(compilation)));
        }

        image.Position = 0;
        return new AssemblyLoadContext("Models", isCollectible: true).LoadFromStream(image).GetType("Program", throwOnError: true)!;
    }

    /// <summary>Calls a static method of a loaded <c>Program</c>; what it throws is thrown as it was.</summary>
    public static T Call<T>(Type program, string method) =>
        (T)program.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, CultureInfo.InvariantCulture)!;
}
