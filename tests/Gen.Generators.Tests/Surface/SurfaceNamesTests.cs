using System.Linq;
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

    [Theory]
    [InlineData("c C", "c=c C=C")]
    [InlineData("x_1 x1", "x_1=X1 x1=x1")]
    [InlineData("a A _a", "a=a A=A _a=_a")]
    [InlineData("rats summary", "rats=rats summary=Summary")]
    [InlineData("Rats b", "b=B")]
    public void Different_variables_are_different_members(string variables, string members)
    {
        var assigned = MemberNames.Assign(variables.Split(' '), ["Rats"]);
        Assert.Equal(members.Split(' ').Order(), assigned.Select(pair => $"{pair.Key}={pair.Value}").Order());
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
