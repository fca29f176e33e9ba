using System;
using System.Linq;
using System.Threading.Tasks;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Gen.Generators.Tests.Generator;

public class RejectedModelTests
{
    private static readonly string OutsideTheLanguage = DemandModel.Body.Replace("a * Pow(price, b)", "a * Pow(price, System.Math.Cbrt(b))");

    [Fact]
    public void A_model_outside_the_language_is_declared_and_reported_once_where_it_is_wrong()
    {
        var run = GeneratorRun.Of(("Demand.cs", OutsideTheLanguage));
        var error = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("GEN0000", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.StartsWith("Demand was not generated: ", error.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("Cbrt", error.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Demand.cs", error.Location.GetLineSpan().Path);
        Assert.Equal(["Shop.Demand.g.cs"], run.Files.Keys);
        Assert.Empty(SourceCompilation.Problems(run.Output));
    }

    [Theory]
    [InlineData("static partial void Define(Vector price, Vector sales)", "private static partial void Define(Vector price, params Vector[] sales)")]
    [InlineData("static partial void Define(Vector price, Vector sales)", "internal static partial void Define(Vector? price, in System.Collections.Generic.List<string?> @event)")]
    [InlineData("static partial void Define(Vector price, Vector sales)", "public static partial T Define<T>(Vector price, T sales) where T : class")]
    [InlineData("static partial void Define(Vector price, Vector sales)", "partial void Define(Vector price, ref Vector sales)")]
    public void Whatever_the_signature_its_declaration_matches_it(string before, string after)
    {
        // The bodies are wrong for these; only the signatures are of interest.
        var text = DemandModel.Body.Replace(before, after).Replace("Observe(sales", "Observe(price");
        var run = GeneratorRun.Of(("Demand.cs", text));
        Assert.Contains("GEN0000", run.Result.Diagnostics.Select(diagnostic => diagnostic.Id));
        string[] mismatches = ["CS0759", "CS8795", "CS0761", "CS8142", "CS8611", "CS8817", "CS8818", "CS8826", "CS8798", "CS8799", "CS0755", "CS0756", "CS0764"];
        Assert.Empty(run.Output.GetDiagnostics().Select(diagnostic => diagnostic.Id).Intersect(mismatches));
    }

    [Fact]
    public void A_nested_model_is_declared_where_it_stands()
    {
        var text = DemandModel.Body.Replace("public partial class Demand\n{", "public partial record Shelf<T> { public partial class Demand\n{") + "}";
        var run = GeneratorRun.Of(("Demand.cs", text));
        Assert.Contains("partial record Shelf<T>", run.Files.Values.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("CS0759", run.Output.GetDiagnostics().Select(diagnostic => diagnostic.Id));
        Assert.Equal(["GEN0000"], run.Result.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_second_model_of_a_class_is_refused_and_the_first_stays()
    {
        var text = DemandModel.Body.Replace("[Objective]", "[Model]\n    static partial void Other(Vector y) { }\n\n    [Objective]");
        var run = GeneratorRun.Of(("Demand.cs", text));
        Assert.Contains("another model, Define", Assert.Single(run.Result.Diagnostics).GetMessage(), StringComparison.Ordinal);
        Assert.Contains("Shop.Demand.g.cs", run.Files.Keys);
        Assert.Contains("static partial void Other(global::Gen.Vector y);", run.Files["Shop.Demand.Other1.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("point")]
    [InlineData("model")]
    public Task Names_that_generated_members_have_are_refused(string name)
    {
        const string Prior = "Sample(Gamma(mu: 100, sigma: 40))";
        var text = DemandModel.Body.Replace("(a * ", $"({name} * ").Replace($"var a     = {Prior}", $"var {name} = {{|GEN0000:{Prior}|}}");
        return RefusedModel.IsMarked(text, $"'{name}'");
    }
}
