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

    [Theory]
    [InlineData("Pareto(2, 1), 3", "Pareto")]
    [InlineData("ZeroSum(Normal(0, 2), 3)", "ZeroSum of Normal")]
    [InlineData("Ordered(Normal(0, 2), 3)", "Ordered of Normal")]
    public void Only_families_with_centers_are_uncentred(string distribution, string named) => ReadModels.Body("double y", $"var r = Sample({distribution}, Centering.NonCentered);").Refuses(
        Rules.UnsupportedConstruct, "Centering.NonCentered",
        $"{named} that is not centred cannot stand in a model. Families with a location and a scale, or whose logarithm or logit has them, are sampled so: AR, Beta, Cauchy, Exponential, "
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

    [Theory]
    [InlineData("Where(Less(at, t), 1, 0)", "Less(at, t)", "at")]
    [InlineData("Where(at < t, 1, 0)", "at < t", "at")]
    [InlineData("Where(And(Less(0.5, t), Less(t, 0.5 + at)), 1, 0)", "Less(t, 0.5 + at)", "at")]
    [InlineData("Less(at, t) * at", "Less(at, t)", "at")]
    [InlineData("Where(Less(c[0], 0.7), 1, 0) * at", "Less(c[0], 0.7)", "c")]
    [InlineData("Where(Less(c[0], at), 0, c[0])", "Less(c[0], at)", "at")]
    [InlineData("Where(Less(0, c[0]), c[0] * Exp(at / c[0]), 0)", "Less(0, c[0])", "c")]
    [InlineData("Floor(3 * t * at)", "Floor(3 * t * at)", "at")]
    [InlineData("Sign(c[0] - 1) * at", "Sign(c[0] - 1)", "c")]
    [InlineData("t % at", "t % at", "at")]
    [InlineData("Sum(Where(Less(y + at, t), 1, 0))", "Less(y + at, t)", "at")]
    [InlineData("Total(t, at, y)", "Total(t, at, y)", "at")]
    public void An_equation_jumps_at_moments_that_data_give(string right, string jump, string mover) => ReadModels.Body(
        "Vector y", $"var at = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => [{right} - c[0]], [1.0], 0, y));",
        "static double Total(double u, double late, Vector d) { var s = 0.0; for (var i = 0; i < d.Length; i++) s += Where(d[i] + late < u, 1, 0); return s; }").Refuses(
        Rules.MovingJump, jump, $"'{jump}' jumps at a moment that '{mover}' decides, and the slope of the solution would leave out how that moment moves. "
            + "Write a change that is continuous, such as Max(a - b, 0) or InverseLogit((a - b) / width).");

    [Theory]
    [InlineData("Where(Less(0.5, t), at, 0)")]
    [InlineData("Where(Less(at, 0.5), t, 0)")]
    [InlineData("Sum(Where(Less(y, t), at, 0))")]
    [InlineData("Max(t - at, 0)")]
    [InlineData("Abs(c[0] - at)")]
    [InlineData("at * Where(Less(0, c[0]), Sqrt(c[0]), 0)")]
    [InlineData("Where(c[0] > 0, Pow(c[0], at), 0)")]
    [InlineData("Where(Less(c[0], at), 0, c[0] - at)")]
    [InlineData("Where(And(Less(0, c[0] - at), Less(0.5, t)), 2 * (c[0] - at) / c[0], 0)")]
    [InlineData("at * Where(Less(c[0], 1), Where(Less(c[0], 0), 0, Square(c[0])), c[0])")]
    [InlineData("Where(Less(at, t), 1 - Exp(at - t), 0)")]
    [InlineData("at * Square(Sqrt(c[0])) + 0 * c[0]")]
    [InlineData("at * LogSumExp(c)")]
    [InlineData("at * Softmax(c)[0]")]
    [InlineData("Laplace(at, 2).Cdf(t)")]
    [InlineData("Where(Less(2 * at, t - 1), at - 0.5 * t + 0.5, 0)")]
    [InlineData("Cauchy(at, 1).Cdf(t)")]
    public void Where_the_values_meet_is_no_jump(string right) => Assert.Empty(ReadModels.Body(
        "Vector y", $"var at = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => [{right} - c[0]], [1.0], 0, y));").Diagnostics);

    [Theory]
    [InlineData("Where(Less(c[0], 0.7), 1, 0)", "Potential(-at * Sum(x));")]
    [InlineData("Where(Less(c[0], 0.7), 1, 0) * at", "Potential(at * Sum(y)); Deterministic(x);")]
    public void A_jump_that_no_slope_of_the_log_density_meets_is_none_of_it(string right, string rest) => Assert.Empty(ReadModels.Body(
        "Vector y", $"var at = Sample(HalfNormal(1));\nvar x = OdeRk45((t, c) => [{right} - c[0]], [1.0], 0, y);\n{rest}").Diagnostics);

    [Theory]
    [InlineData("Where(Less(at, t), 1, 0) - k * c[0]", "[0.0]", "'Less(at, t)' jumps at a moment that 'at' decides")]
    [InlineData("Where(Less(c[0], 1), 1, 0) - k * c[0]", "[at]", "'Less(c[0], 1)' jumps at a moment that 'c' decides")]
    public void A_decision_moves_no_jump(string right, string initial, string message) => ReadModels.Body(
        "Vector y, double at", $"var k = 1.0;\nvar x = OdeRk45((t, c) => [{right}], {initial}, 0, y);\nvar amount = Deterministic(x);\nvar b = Sample(Normal());",
        "[Objective] static double Late(Matrix amount, double b, [Decision] double at) => amount[1, 0] * b - at * at;").Refuses(
        Rules.MovingJump, "Late", message + ", and the slope of the solution would leave out how that moment moves. "
            + "Write a change that is continuous, such as Max(a - b, 0) or InverseLogit((a - b) / width).");

    [Theory]
    [InlineData("double b, [Decision] double q", "b * q")]
    [InlineData("Matrix amount, [Decision] double dose", "amount[1, 0] * dose")]
    public void A_decision_that_moves_no_jump_may_be_taken(string parameters, string value) => Assert.Empty(ReadModels.Body(
        "Vector y, double at, double dose", "var amount = Deterministic(OdeRk45((t, c) => [Where(Less(at, t), dose, 0) - c[0]], [1.0], 0, y));\nvar b = Sample(Normal());",
        $"[Objective] static double Late({parameters}) => {value};").Diagnostics);

    [Fact]
    public void A_state_is_chosen_by_one_loop_at_a_time() => ReadModels.Body(
        "Vector y, int n", "var k = Sample(HalfNormal(1));\nfor (var i = 0; i < n; i++)\n    Potential(OdeRk45((t, c) => [Total(c, i), k], [1.0, 2], 0, y));",
        "static double Total(Vector c, int i) { var s = 0.0; for (var j = 0; j < 2; j++) s += c[i + j]; return s; }").Refuses(
        Rules.UnsupportedConstruct, "OdeRk45((t, c) => [Total(c, i), k], [1.0, 2], 0, y)",
        "A state chosen by a loop around an equation and one inside its right-hand side at once cannot stand in a model. Choose it by one of them.");

    [Fact]
    public void Time_ends_no_loop() => ReadModels.Body(
        "Vector y", "var k = Sample(HalfNormal(1));\nPotential(OdeRk45((t, c) => [Until(y, t) - k * c[0]], [1.0], 0, y));",
        "static double Until(Vector v, double t) { var s = 0.0; for (var i = 0; i < (int)t; i++) s += v[i]; return s; }").Refuses(
        Rules.BoundsOnLatents, "i < (int)t", "The bounds of this loop depend on 't'; they must be known when the model is constructed: integers, lengths or data.");
}
