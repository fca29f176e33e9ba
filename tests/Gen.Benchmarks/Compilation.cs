extern alias compiler;

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Gen.Posteriors.Tests.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using CompiledModel = compiler::Gen.Compiler.Ir.Model;
using KernelsEmitter = compiler::Gen.Compiler.Emission.KernelsEmitter;
using ModelReader = compiler::Gen.Compiler.Reading.ModelReader;

namespace Gen.Benchmarks;

/// <summary>Times what the generator does for a published model: reading its method, and compiling that to kernels.</summary>
internal static class Compilation
{
    private const int Rounds = 9;

    /// <summary>
    /// Prints milliseconds for each model: the first time in the process, when the compiler's own code is compiled on the way, and the median of later
    /// times, each on a fresh syntax tree and semantic model.
    /// </summary>
    public static void Measure(string? only)
    {
        Console.WriteLine($"{"ms for a model",-28} {"reading",8} {"first",8} {"compiling",10} {"first",8} {"kB emitted",10}");
        foreach (var type in PublishedPosteriors.All.Select(posterior => posterior.Model).Distinct()
            .Where(type => only is null || type.Name.Contains(only, StringComparison.Ordinal)))
        {
            var source = string.Join('\n', SourceFiles.FileOf(type));
            var (reading, compiling) = (new double[Rounds], new double[Rounds]);
            var size = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var (method, semantics) = Bind(source, type.Name);
                var watch = Stopwatch.StartNew();
                var model = Read(method, semantics);
                reading[round] = watch.Elapsed.TotalMilliseconds;
                watch.Restart();
                size = KernelsEmitter.Emit(model).Length;
                compiling[round] = watch.Elapsed.TotalMilliseconds;
            }

            var (firstReading, firstCompiling) = (reading[0], compiling[0]);
            Array.Sort(reading);
            Array.Sort(compiling);
            Console.WriteLine(FormattableString.Invariant(
                $"{type.Name,-28} {reading[Rounds / 2],8:F1} {firstReading,8:F1} {compiling[Rounds / 2],10:F1} {firstCompiling,8:F1} {size / 1000.0,10:F1}"));
        }
    }

    private static CompiledModel Read(IMethodSymbol method, SemanticModel semantics) =>
        ModelReader.Read(method, semantics, CancellationToken.None) is { Model: { } model } ? model
            : throw new InvalidOperationException($"{method.ContainingType.Name} was not read");

    private static (IMethodSymbol Method, SemanticModel Semantics) Bind(string source, string model)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create("Model", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var semantics = compilation.GetSemanticModel(tree);
        var type = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.ValueText == model);
        var method = type.Members.OfType<MethodDeclarationSyntax>().Single(method => method.AttributeLists.Count > 0);
        return (semantics.GetDeclaredSymbol(method)!, semantics);
    }

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(Vector).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
