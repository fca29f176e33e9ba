using System.Linq;
using Gen.Compiler.Emission.Surface;
using Gen.Compiler.Ir;
using Gen.Generators.Tests.Harness;
using Gen.Generators.Tests.Surface.Models;
using Xunit;

namespace Gen.Generators.Tests.Surface;

public class SurfaceNamesTests
{
    [Theory]
    [InlineData("sigma", "Sigma")]
    [InlineData("unitCost", "UnitCost")]
    [InlineData("log_sigma", "LogSigma")]
    [InlineData("w_1_2", "W1_2")]
    [InlineData("_z", "Z")]
    [InlineData("B", "B")]
    [InlineData("σ", "Σ")]
    [InlineData("_1", "_1")]
    public void A_variable_is_shown_as_a_member(string variable, string member) => Assert.Equal(member, MemberNames.Of(variable));

    [Fact]
    public void A_sound_model_has_no_conflicts()
    {
        Assert.Empty(SurfaceNames.Conflicts(DemandModel.Build()));
        Assert.Empty(SurfaceNames.Conflicts(RegressionModel.Build()));
    }

    [Theory]
    [InlineData("a", "summary", "the quantity 'summary' would be called Summary, which is a member of Demand's posterior already")]
    [InlineData("a", "mu_", "the quantity 'mu' would be called Mu, and so would 'mu_'")]
    [InlineData("price", "kernels", "the data 'kernels' would be called Kernels, which is a member of Demand already")]
    [InlineData("price", "profitProblem", "the data 'profitProblem' would be called ProfitProblem, which is a member of Demand already")]
    [InlineData("price", "point", "the decision 'point' would be called Point, which is a member of Profit's optimum already")]
    public void Names_that_are_taken_are_told_with_the_reason(string name, string renamed, string reason)
    {
        var model = DemandModel.Build();
        string Rename(string old) => old == name ? renamed : old;
        model = model with
        {
            Parameters = model.Parameters.Select(parameter => parameter with { Name = Rename(parameter.Name) }).ToEquatableArray(),
            Arrays = model.Arrays.Select(array => array with { Name = Rename(array.Name) }).ToEquatableArray(),
            Objectives = model.Objectives.Select(objective => objective with
            {
                Parameters = objective.Parameters.Select(parameter => parameter with { Name = Rename(parameter.Name) }).ToEquatableArray(),
            }).ToEquatableArray(),
        };
        Assert.Contains(reason, SurfaceNames.Conflicts(model).Select(conflict => conflict.Reason));
    }

    /// <summary>The lists of names must not lag behind what is generated and what the runtime's base classes have.</summary>
    [Fact]
    public void Reserved_names_are_those_that_generated_types_have()
    {
        var run = GeneratorRun.Of(("Demand.cs", DemandModel.Body));
        var demand = run.Output.GetTypeByMetadataName("Shop.Demand")!;
        string[] own = ["A", "B", "Sigma", "Mu", "Price", "Sales", "Profit", "ProfitProblem", "ProfitOptimum", "Define"];

        Assert.Empty(Members(demand).Except(own).Except(MemberNames.ReservedInModel));
        foreach (var type in new[] { "Posterior", "Predictions", "PriorPredictive", "Simulation", "Point" })
        {
            var nested = demand.GetTypeMembers(type).Single();
            Assert.Empty(Members(nested).Append(type).Except(own).Except(MemberNames.ReservedInPosterior));
        }

        Assert.Empty(Members(demand.GetTypeMembers("ProfitOptimum").Single()).Except(own).Except(MemberNames.ReservedInOptimum));
    }

    private static string[] Members(Microsoft.CodeAnalysis.INamedTypeSymbol type)
    {
        var names = Enumerable.Empty<string>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            names = names.Concat(current.GetMembers()
                .Where(member => member.CanBeReferencedByName && (member.DeclaredAccessibility != Microsoft.CodeAnalysis.Accessibility.Private
                    || Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(current, type)))
                .Select(member => member.Name));
        }

        return [.. names.Where(name => char.IsUpper(name[0])).Distinct()];
    }
}
