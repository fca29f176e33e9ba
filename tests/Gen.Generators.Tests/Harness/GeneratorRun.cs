using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gen.Generators.Tests.Harness;

/// <summary>
/// The generator run over source text, and again over edited text, with its steps tracked. The library's tests of generators run one once, follow no step, and give
/// neither the compilation, which tests load and execute, nor a file without the texts of all others.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver driver;
    private readonly CSharpCompilation before;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation before)
    {
        this.driver = driver.RunGeneratorsAndUpdateCompilation(before, out var after, out _);
        this.before = before;
        Output = after;
    }

    /// <summary>The compilation with what was generated.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The first run, over files by path and text.</summary>
    public static GeneratorRun Of(params IEnumerable<(string Path, string Text)> files) => new(
        CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()], parseOptions: SourceCompilation.Parsing,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        SourceCompilation.Of(files));

    /// <summary>A further run, with the text of some files replaced, or files added.</summary>
    public GeneratorRun Edit(params IEnumerable<(string Path, string Text)> files)
    {
        var edited = before;
        foreach (var (path, text) in files)
        {
            var tree = CSharpSyntaxTree.ParseText(text, SourceCompilation.Parsing, path);
            edited = edited.SyntaxTrees.FirstOrDefault(old => old.FilePath == path) is { } replaced
                ? edited.ReplaceSyntaxTree(replaced, tree) : edited.AddSyntaxTrees(tree);
        }

        return new(driver, edited);
    }

    /// <summary>Why the outputs of a tracked step are what they are, one for each model.</summary>
    public IncrementalStepRunReason[] Reasons(string step) => [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>What the tracked steps of the pipeline put out.</summary>
    public IEnumerable<object> Values => new[] { ModelGenerator.Read, ModelGenerator.Surface, ModelGenerator.Input, ModelGenerator.Compile }
        .Where(Result.TrackedSteps.ContainsKey).SelectMany(step => Result.TrackedSteps[step]).SelectMany(run => run.Outputs).Select(output => output.Value);
}
