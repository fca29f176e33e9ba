using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>What models with constrained latents, elements and differential equations may not say, and what they are told instead.</summary>
public sealed class StructureRuleTests
{
    [Theory]
    [InlineData("v[0] = w;\nv[0] = 3;", "v[0]")]
    [InlineData("for (var t = 0; t < 3; t++)\n    v[t] = w;\nv[1..] = y[1..];", "v[1..]")]
    public void An_element_has_one_value(string statements, string place) => ReadModels.Body("Vector y", $"var w = Sample(Normal());\nvar v = new Vector(3);\n{statements}\nPotential(v);").Refuses(
        Rules.UnsupportedConstruct, place,
        $"A second value for '{place}' cannot stand in a model. Assign each element once; where a value depends on a condition, choose it with ?: or Where.");

    [Fact]
    public void Parts_that_do_not_meet_have_a_value_each() => Assert.Empty(ReadModels.Body("Vector y", """
        var w = Sample(Normal());
        var v = new Vector(y.Length);
        v[0] = w;
        for (var t = 1; t < y.Length; t++)
            v[t] = w * v[t - 1];
        Potential(v);
        """).Diagnostics);

    [Fact]
    public void Only_families_of_locations_and_scales_are_uncentred() => ReadModels.Body("double y", "var r = Sample(Gamma(2, 1), 3, Centering.NonCentered);").Refuses(
        Rules.UnsupportedConstruct, "Centering.NonCentered",
        "Gamma that is not centred cannot stand in a model. Families with a location and a scale are sampled so: Cauchy, Gumbel, Laplace, Logistic, Normal, SkewNormal, StudentT.");

    [Fact]
    public void Ordered_elements_lie_in_one_interval() => ReadModels.Body("double y, Vector v", "var p = Sample(Ordered(Uniform(0, v)));").Refuses(
        Rules.UnsupportedConstruct, "Ordered(Uniform(0, v))",
        "Ordered of Uniform whose ends differ between elements, or passes of a loop, cannot stand in a model. Give all elements the same ends, known before the loop.");

    [Fact]
    public void The_number_of_equations_is_written() => ReadModels.Body(
        "Vector y", "var k = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => -k * c, y, 0, [1.0, 2]));").Refuses(
        Rules.UnsupportedConstruct, "(t, c) => -k * c", "A right-hand side of unknown length cannot stand in a model. Write a derivative for each state: [a, b].");
}
