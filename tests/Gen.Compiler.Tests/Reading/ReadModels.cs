using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>Reads models given as C# source.</summary>
internal static class ReadModels
{
    private const string Usings = "using Gen; using static Gen.Modeling;\n";

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Vector).Assembly.Location),
    ]);

    /// <summary>Reads the model of a class <c>M</c> with the given parameters, statements and further members.</summary>
    public static ReadResult Body(string parameters, string statements, string members = "") =>
        Source($$"""
            public partial class M
            {
                [Model] static partial void Define({{parameters}})
                {
            {{statements}}
                }
                {{members}}
            }
            """);

    /// <summary>Reads the first model of source files, of which the first has the language's usings put before it.</summary>
    public static ReadResult Source(params string[] files)
    {
        var compilation = Compile(files);
        var (method, semantics) = FindModel(compilation);
        return ModelReader.Read(method, semantics, CancellationToken.None);
    }

    public static CSharpCompilation Compile(params string[] files)
    {
        var compilation = Parse([.. files.Select(text => Usings + text)]);

        // Without the generator a partial method has no declaration of its own (CS0759).
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS0759").ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return compilation;
    }

    /// <summary>Files as they are, whatever errors C# has in them.</summary>
    public static CSharpCompilation Parse(params string[] files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = files.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"File{i}.cs"));
        return CSharpCompilation.Create(
            "Models", trees, References.Value, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    public static (IMethodSymbol Method, SemanticModel Semantics) FindModel(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var semantics = compilation.GetSemanticModel(tree);
        var syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(m => m.AttributeLists.ToString().Contains("Model", StringComparison.Ordinal));
        return (semantics.GetDeclaredSymbol(syntax)!, semantics);
    }

    /// <summary>The model printed, which must have been read without diagnostics.</summary>
    public static string Print(this ReadResult result)
    {
        Assert.True(result.Diagnostics.IsEmpty, string.Join("\n", result.Diagnostics.Select(d => $"{d.Id} {d.Message} at '{Text(d)}'")));
        return IrPrinter.Print(result.Model!);
    }

    /// <summary>Requires what a model prints.</summary>
    public static void Prints(this ReadResult result, string expected) => Assert.Equal(expected.ReplaceLineEndings("\n"), result.Print());

    /// <summary>Requires that a rule, and no other, is reported, where and how; the model goes without the objective that breaks it, or there is none.</summary>
    public static ReadDiagnostic Refuses(this ReadResult result, Rule rule, string at, string message)
    {
        Assert.True(result.Model is null or { Objectives.Count: 0 });
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((rule.Id, at, message), (diagnostic.Id, Text(diagnostic), diagnostic.Message));
        return diagnostic;
    }

    private static string Text(ReadDiagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).ReplaceLineEndings(" ");
}
