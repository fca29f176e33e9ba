using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Gen.Analyzers.Tests.Harness;
using Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Gen.Analyzers.Tests;

/// <summary>The generator reports a rule that is broken only where no analyzer does.</summary>
public class UmbrellaTests
{
    private static readonly string Broken = MarkedSource.Model("Vector y", "var b = Sample(Normal(1 / 2, 1)); Observe(y, Normal(b, 1));");

    [Theory]
    [InlineData("GenAnalyzers=true")]
    [InlineData("GenAnalyzers=true;RunAnalyzers=;RunAnalyzersDuringBuild=")]
    [InlineData("GenAnalyzers=True;RunAnalyzers=true;RunAnalyzersDuringBuild=true")]
    public void Where_analyzers_run_it_leaves_rules_to_them(string properties) => Assert.Empty(Reported(Broken, properties));

    [Theory]
    [InlineData("")]
    [InlineData("GenAnalyzers=false")]
    [InlineData("GenAnalyzers=true;RunAnalyzers=false")]
    [InlineData("GenAnalyzers=true;RunAnalyzersDuringBuild=False")]
    public void Where_they_do_not_it_fails_the_build(string properties)
    {
        var error = Assert.Single(Reported(Broken, properties));
        Assert.Equal(("GEN0000", DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Contains("GEN0012", error.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_analyzer_knows_is_always_reported()
    {
        var twice = Broken.Replace("1 / 2", "1").Replace("[Model]", "[Model] static partial void Other(Vector y) { }\n    [Model]");
        Assert.Equal("GEN0000", Assert.Single(Reported(twice, "GenAnalyzers=true")).Id);
    }

    private static IEnumerable<Diagnostic> Reported(string source, string properties)
    {
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: AnalyzedSource.Language, optionsProvider: new BuildProperties(properties))
            .RunGeneratorsAndUpdateCompilation(AnalyzedSource.Compilation(source), out _, out var reported);
        return reported;
    }

    private sealed class BuildProperties(string properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(string properties) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> values = properties.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(property => property.Split('=')).ToDictionary(pair => "build_property." + pair[0], pair => pair[1]);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
