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
    public void Only_families_with_centers_are_uncentred() => ReadModels.Body("double y", "var r = Sample(Pareto(2, 1), 3, Centering.NonCentered);").Refuses(
        Rules.UnsupportedConstruct, "Centering.NonCentered",
        "Pareto that is not centred cannot stand in a model. Families with a location and a scale, or whose logarithm or logit has them, are sampled so: AR, Beta, Cauchy, Exponential, "
        + "Gamma, GaussianRandomWalk, Gumbel, HalfCauchy, HalfNormal, HalfStudentT, InverseGamma, Laplace, LogNormal, Logistic, LogitNormal, MvNormal, Normal, SkewNormal, StudentT, Weibull.");

    [Fact]
    public void Ordered_elements_lie_in_one_interval() => ReadModels.Body("double y, Vector v", "var p = Sample(Ordered(Uniform(0, v)));").Refuses(
        Rules.UnsupportedConstruct, "Ordered(Uniform(0, v))",
        "Ordered of Uniform whose ends differ between elements, or passes of a loop, cannot stand in a model. Give all elements the same ends, known before the loop.");

    [Fact]
    public void The_number_of_equations_is_written() => ReadModels.Body(
        "Vector y", "var k = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => -k * c, y, 0, [1.0, 2]));").Refuses(
        Rules.UnsupportedConstruct, "(t, c) => -k * c", "A right-hand side of unknown length cannot stand in a model. Write a derivative for each state: [a, b].");

    [Theory]
    [InlineData("[-k * c[5]]", "[1.0]", "State 5 of an equation with 1 cannot stand in a model. States are counted from 0.")]
    [InlineData("[]", "[]", "An equation of no states cannot stand in a model. Write an initial value and a derivative for each state.")]
    public void An_equation_has_the_states_that_it_reads(string right, string initial, string message) => ReadModels.Body(
        "Vector y", $"var k = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => {right}, {initial}, 0, y));").Refuses(
        Rules.UnsupportedConstruct, $"OdeRk45((t, c) => {right}, {initial}, 0, y)", message);

    [Theory]
    [InlineData("y[(int)t]", "(int)t")]
    [InlineData("x[0, (int)t]", "(int)t")]
    [InlineData("At(y, t)", "(int)t")]
    [InlineData("Sum(y[..(int)t])", "(int)t")]
    public void Time_chooses_no_elements(string right, string index) => ReadModels.Body(
        "Vector y, Matrix x", $"var k = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => [{right} - k * c[0]], [1.0], 0, y));", "static double At(Vector v, double t) => v[(int)t];").Refuses(
        Rules.IndexOnLatents, index, $"'{index}' depends on 't'; it must be known when the model is constructed.");

    [Fact]
    public void Time_ends_no_loop() => ReadModels.Body(
        "Vector y", "var k = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => [Until(y, t) - k * c[0]], [1.0], 0, y));",
        "static double Until(Vector v, double t) { var s = 0.0; for (var i = 0; i < (int)t; i++) s += v[i]; return s; }").Refuses(
        Rules.BoundsOnLatents, "i < (int)t", "The bounds of this loop depend on 't'; they must be known when the model is constructed: integers, lengths or data.");
}
