using System.Linq;
using Gen.Compiler.Emission;
using Gen.Compiler.Emission.Surface;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gen.Generators;

/// <summary>
/// Writes two files for each method marked <c>[Model]</c>: its surface, which needs the model and where its statements stand, and its kernels, which need the
/// model alone. Reading is the only step that sees symbols; what comes after is repeated only when its value-equal input changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The names under which steps are tracked.</summary>
    public const string Read = "Read", Surface = "Surface", Input = "Input", Compile = "Compile";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName("Gen.ModelAttribute", static (node, _) => node is MethodDeclarationSyntax, ReadModel.From)
            .WithTrackingName(Read);
        var unmarked = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => UnmarkedModel.MayBe(node), ReadModel.FromUnmarked)
            .Where(static read => read is not null).Select(static (read, _) => read!);

        var surfaces = models.Select(static (read, _) => WriteSurface(read)).WithTrackingName(Surface);
        var kernels = models
            .Where(static read => read.Model is not null)
            .Select(static (read, _) => new KernelInput(read.File, read.Model!)).WithTrackingName(Input)
            .Select(static (input, _) => WriteKernels(input)).WithTrackingName(Compile);
        var declarations = unmarked.Select(static (read, _) => WriteSurface(read));
        context.RegisterSourceOutput(surfaces, static (output, file) => file.AddTo(output));
        context.RegisterSourceOutput(kernels, static (output, file) => file.AddTo(output));
        context.RegisterSourceOutput(declarations, static (output, file) => file.AddTo(output));
        foreach (var failures in new[] { models.Select(static (read, _) => read.Failure), unmarked.Select(static (read, _) => read.Failure) }
            .Concat(new[] { surfaces, kernels, declarations }.Select(files => files.Select(static (file, _) => file.Failure))))
        {
            var reported = failures.Where(static failure => failure is not null).Combine(context.AnalyzerConfigOptionsProvider);
            context.RegisterSourceOutput(reported, static (output, pair) => Report(output, pair.Left!, pair.Right.GlobalOptions));
        }
    }

    private static void Report(SourceProductionContext output, Failure failure, AnalyzerConfigOptions options)
    {
        if (!failure.IsRule || !AnalyzerPresence.Report(options, failure.EndsBuild))
        {
            output.ReportDiagnostic(failure.ToDiagnostic(options));
        }
    }

    private static GeneratedFile WriteSurface(ReadModel read) => GeneratedFile.From(
        read.File + ".g.cs", read.File, () => (read.Model ?? read.Outline) is { } model ? SurfaceEmitter.Emit(model, read.Sources!) : read.Declaration?.Emit());

    private static GeneratedFile WriteKernels(KernelInput input) =>
        GeneratedFile.From(input.File + ".Kernels.g.cs", input.File, () => KernelsEmitter.Emit(input.Model));
}
