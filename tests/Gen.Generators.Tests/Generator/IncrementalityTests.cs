using System.Linq;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Gen.Generators.Tests.Generator;

public class IncrementalityTests
{
    private const string Elasticity =
        """
        using Gen;
        using static Gen.Modeling;

        namespace Shop;

        internal static class Curves
        {
            public static Vector Response(Vector price, double b) => Pow(price, b);
        }
        """;

    private static readonly string WithHelper = DemandModel.Body.Replace("a * Pow(price, b)", "a * Curves.Response(price, b)");

    [Fact]
    public void The_first_run_makes_everything()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body));
        Assert.Equal([IncrementalStepRunReason.New], run.Reasons(ModelGenerator.Surface));
        Assert.Equal([IncrementalStepRunReason.New], run.Reasons(ModelGenerator.Compile));
    }

    [Fact]
    public void An_edit_elsewhere_makes_nothing_again()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body), ("Other.cs", "class Other;")).Edit(("Other.cs", "class Other { int x; }"));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(ModelGenerator.Read));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(ModelGenerator.Surface));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(ModelGenerator.Compile));
    }

    [Fact]
    public void A_comment_at_the_end_of_a_statement_makes_nothing_again()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body))
            .Edit(("Demand.cs", DemandModel.Body.Replace("Sample(Normal(0, 1));", "Sample(Normal(0, 1)); // the elasticity")));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(ModelGenerator.Read));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(ModelGenerator.Surface));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(ModelGenerator.Compile));
    }

    [Fact]
    public void A_blank_line_above_compiles_nothing_again_and_moves_the_lines()
    {
        var first = GeneratorRun.Of(("Demand.cs", DemandModel.Body));
        var run = first.Edit(("Demand.cs", "\n" + DemandModel.Body));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(ModelGenerator.Surface));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(ModelGenerator.Input));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(ModelGenerator.Compile));
        Assert.Contains("line 12", first.Files["Shop.Demand.g.cs"]);
        Assert.Contains("line 13", run.Files["Shop.Demand.g.cs"]);
    }

    [Fact]
    public void A_helper_in_another_file_is_seen_when_it_changes()
    {
        var run = GeneratorRun.Of(("Demand.cs", WithHelper), ("Curves.cs", Elasticity));
        var edited = run.Edit(("Curves.cs", Elasticity.Replace("Pow(price, b)", "Exp(b * price)")));
        Assert.Equal([IncrementalStepRunReason.Modified], edited.Reasons(ModelGenerator.Compile));
        var renamed = edited.Edit(("Curves.cs", Elasticity.Replace("Pow(price, b)", "Exp(b * price)").Replace("internal static", "public static")));
        Assert.Equal([IncrementalStepRunReason.Cached], renamed.Reasons(ModelGenerator.Compile));
    }

    [Fact]
    public void A_statement_more_makes_both_files_again()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body))
            .Edit(("Demand.cs", DemandModel.Body.Replace("Observe(", "var revenue = Deterministic(price * mu);\n        Observe(")));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(ModelGenerator.Surface));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(ModelGenerator.Input));
        Assert.Contains("VectorDraws Revenue", run.Files["Shop.Demand.g.cs"]);
    }

    [Fact]
    public void An_edit_of_one_model_leaves_another()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body), ("Regression.cs", RegressionModel.Body))
            .Edit(("Regression.cs", RegressionModel.Body.Replace("HalfNormal(1)", "HalfNormal(2)")));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(ModelGenerator.Compile).Order());
    }

    [Fact]
    public void The_same_text_is_the_same_model_and_another_number_is_another()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body));
        var same = GeneratorRun.Of(("Demand.cs", DemandModel.Body));
        var other = GeneratorRun.Of(("Demand.cs", DemandModel.Body.Replace("mu: 100", "mu: 101")));
        Assert.Equal(run.Values.First(), same.Values.First());
        Assert.Equal(run.Values.First().GetHashCode(), same.Values.First().GetHashCode());
        Assert.NotEqual(run.Values.First(), other.Values.First());
    }
}
