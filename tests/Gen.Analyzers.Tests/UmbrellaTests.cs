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

    [Theory]
    [InlineData("GenAnalyzers=true", true)]
    [InlineData("GenAnalyzers=true;DesignTimeBuild=true", false)]
    public Task Where_C_sharp_ends_the_build_before_the_analyzers_it_says_what_they_would(string properties, bool isSaid)
    {
        var test = new Generated(
            "public partial class Outer { public class {|#0:M|} { [Model] static partial void {|CS0751:{|CS0759:Define|}|}(Vector y) { Observe(y, Normal(0, 1)); } } }", properties);
        if (isSaid)
        {
            test.ExpectedDiagnostics.Add(NotGenerated("M was not generated: 'M' must be declared 'partial': its constructors and members are generated. [GEN0032]"));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("GenAnalyzers=true", false)]
    public Task What_lacks_its_mark_is_declared_so_that_the_analyzers_can_say_it(string properties, bool isSaid)
    {
        var test = new Generated(Broken.Replace("[Model]", "").Replace("{|#0:1 / 2|}", "1").Replace("Define", "{|#0:Define|}"), properties);
        if (isSaid)
        {
            test.ExpectedDiagnostics.Add(NotGenerated("M was not generated: 'Define' is written like a model, but is not marked [Model], so that nothing is generated from it. [GEN0038]"));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task The_link_opens_the_page() => new Linked(Broken).RunAsync();

    private static DiagnosticResult NotGenerated(string message) => new DiagnosticResult("GEN0000", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message);

    private sealed class Linked : Generated
    {
        public Linked(string source)
            : base(source, "GenRules=/pages/")
        {
            ExpectedDiagnostics.Add(new DiagnosticResult("GEN0000", DiagnosticSeverity.Error).WithLocation(0));
            DiagnosticVerifier = (actual, _, verifier) => verifier.Equal("file:///pages/GEN0000.md", actual.Descriptor.HelpLinkUri);
        }
    }

    /// <summary>Source compiled with the generator alone, under properties of the build.</summary>
    private class Generated(string source, string properties) : ModelTest(source, properties: properties)
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [];
    }
}
