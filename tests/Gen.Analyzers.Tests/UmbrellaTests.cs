using System.Collections.Generic;
using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Gen.Analyzers.Tests;

/// <summary>The generator reports a rule that is broken only where no analyzer does.</summary>
public class UmbrellaTests
{
    private static readonly string Broken = ModelTest.Model("Vector y", "var b = Sample(Normal({|#0:1 / 2|}, 1)); Observe(y, Normal(b, 1));");

    [Theory]
    [InlineData("GenAnalyzers=true")]
    [InlineData("GenAnalyzers=true;RunAnalyzers=;RunAnalyzersDuringBuild=")]
    [InlineData("GenAnalyzers=True;RunAnalyzers=true;RunAnalyzersDuringBuild=true")]
    public Task Where_analyzers_run_it_leaves_rules_to_them(string properties) => new Generated(Broken, properties).RunAsync();

    [Theory]
    [InlineData("")]
    [InlineData("GenAnalyzers=false")]
    [InlineData("GenAnalyzers=true;RunAnalyzers=false")]
    [InlineData("GenAnalyzers=true;RunAnalyzersDuringBuild=False")]
    public Task Where_they_do_not_it_fails_the_build(string properties) =>
        new Generated(Broken, properties) { ExpectedDiagnostics = { NotGenerated("M was not generated: 1 / 2 is 0, since both are integers. Write 1.0 / 2 for the quotient. [GEN0012]") } }.RunAsync();

    [Fact]
    public Task What_no_analyzer_knows_is_always_reported()
    {
        var twice = Broken.Replace("{|#0:1 / 2|}", "1").Replace("[Model]", "[Model] static partial void Other(Vector y) { }\n    [Model]").Replace("Define", "{|#0:Define|}");
        return new Generated(twice, "GenAnalyzers=true") { ExpectedDiagnostics = { NotGenerated("M was not generated: the class has another model, Other; a model is a class of its own") } }.RunAsync();
    }

    private static DiagnosticResult NotGenerated(string message) => new DiagnosticResult("GEN0000", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message);

    /// <summary>Source compiled with the generator alone, under properties of the build.</summary>
    private sealed class Generated(string source, string properties) : ModelTest(source, properties: properties)
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [];
    }
}
