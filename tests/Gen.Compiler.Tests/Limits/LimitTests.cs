using Xunit;

namespace Gen.Compiler.Tests.Limits;

/// <summary>
/// 0 · ∞ and ∞ − ∞, which data that are exactly 0 lead to: no spend, no counts, states that cannot follow each other. Values and derivatives are the limits,
/// computed by mpmath 1.3 to 16 digits from the formulas without the zeros.
/// </summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("Potential(Sum(Pow(x, Exp(s))));")]
    [InlineData("var p = new Vector(4);\nfor (var i = 0; i < 4; i++) p[i] = Pow(x[i], Exp(s));\nPotential(p);")]
    public void Powers_of_zero_with_a_latent_exponent_do_not_move(string statements) =>
        LimitModel.Has("s", "var s = Sample(Flat());\n" + statements, [0.3], 4.444790585693551, [4.260734413381092]);

    [Fact]
    public void Powers_of_zero_as_exponentials_of_logarithms_do_not_move() =>
        LimitModel.Has("b", "var b = Sample(Flat());\nPotential(Sum(Exp(Exp(b) * Log(x))));", [0.2], 4.062280889996457, [3.42718236410479]);

    [Fact]
    public void Hill_saturation_starts_at_no_spend() => LimitModel.Has(
        "s, k", "var s = Sample(Flat());\nvar k = Sample(Flat());\nPotential(Sum(Pow(x, Exp(s)) / (Pow(Exp(k), Exp(s)) + Pow(x, Exp(s)))));",
        [0.3, -0.4], 1.487101381962104, [0.3455048235697086, -0.4810753245930721]);

    [Theory]
    [InlineData("Sqrt(Exp(b) * x)")]
    [InlineData("Pow(Exp(b) * x, 0.5)")]
    [InlineData("Pow(Exp(b) * x, Where(Less(-1, x), 0.5, 2))")]
    public void Root_saturation_starts_at_no_spend(string root) =>
        LimitModel.Has("b", $"var b = Sample(Flat());\nPotential(Sum({root}));", [0.7], 3.662810352186439, [1.831405176093219]);

    [Fact]
    public void Powers_of_a_product_that_is_zero_do_not_move() => LimitModel.Has(
        "b, s", "var b = Sample(Flat());\nvar s = Sample(Flat());\nPotential(Sum(Pow(Exp(b) * x, InverseLogit(s))));",
        [0.7, 0.2], 3.901389155748422, [2.145116394576708, 1.227519240533104]);

    [Fact]
    public void The_distance_of_a_point_from_itself_does_not_move() =>
        LimitModel.Has("a, b", "var a = Sample(Flat());\nvar b = Sample(Flat());\nPotential(Sqrt(Square(a - b)) + 2 * a);", [0.5, 0.5], 1, [2, 0]);

    [Fact]
    public void Log_sum_exp_of_nothing_is_nothing() =>
        LimitModel.Has("a", "var a = Sample(Flat());\nPotential(LogSumExp([LogSumExp(Log(none) + a), a]));", [0.5], 0.5, [1]);

    [Fact]
    public void A_target_of_nothing_is_impossible() => LimitModel.Has("a", "var a = Sample(Flat());\nPotential(LogSumExp(Log(none) + a));", [0.5], double.NegativeInfinity, []);

    [Theory]
    [InlineData("LogSumExp([Log(some[0]) + Normal(a, 1).LogDensity(y[i]), Log(some[1]) + Normal(b, 1).LogDensity(y[i]), Log(some[2]) + Normal(a + b, 1).LogDensity(y[i])])")]
    [InlineData("LogSumExp(Log(some) + [Normal(a, 1).LogDensity(y[i]), Normal(b, 1).LogDensity(y[i]), Normal(a + b, 1).LogDensity(y[i])])")]
    [InlineData("Log(some[0] * Exp(Normal(a, 1).LogDensity(y[i])) + some[1] * Exp(Normal(b, 1).LogDensity(y[i])) + some[2] * Exp(Normal(a + b, 1).LogDensity(y[i])))")]
    public void A_component_without_weight_adds_nothing_to_a_mixture(string term) => LimitModel.Has(
        "a, b", $"var a = Sample(Flat());\nvar b = Sample(Flat());\nfor (var i = 0; i < 4; i++)\n    Potential({term});",
        [0.4, -0.3], -6.85809051402041, [1.539263031332558, 1.851444141445037]);

    [Theory]
    [InlineData("Log(Softmax(v) * some)")]
    [InlineData("Log(Softmax(v)) + Log(some)")]
    [InlineData("Log(Where(Less(0, some), Softmax(v) * some, 0))")]
    public void Latents_times_zero_have_no_weight(string logarithms) => LimitModel.Has(
        "a, b, c", $"var a = Sample(Flat());\nvar b = Sample(Flat());\nvar c = Sample(Flat());\nVector v = [a, b, c];\nPotential(LogSumExp({logarithms} + Log(Arange(3) + 1)));",
        [0.2, -0.5, 0.9], 0.308568419739006, [-0.2848728517857239, -0.08951130117612113, 0.374384152961845]);

    [Theory]
    [InlineData("for (var t = 1; t < 4; t++)\n    for (var j = 0; j < 3; j++)\n        f[t, j] = LogSumExp(f[t - 1] + Log(steps[.., j])) + Normal(m[j], 1).LogDensity(y[t]);")]
    [InlineData("for (var t = 1; t < 4; t++)\n    for (var j = 0; j < 3; j++)\n        f[t, j] = LogSumExp(f[t - 1] + Log(steps[.., j] * Exp(a))) - a + Normal(m[j], 1).LogDensity(y[t]);")]
    [InlineData("var next = new Matrix(3, 3);\nfor (var i = 0; i < 3; i++)\n    next[i] = Log(steps[i] * Exp(b));\nfor (var t = 1; t < 4; t++)\n    for (var j = 0; j < 3; j++)\n        f[t, j] = LogSumExp(f[t - 1] + next[.., j]) - b + Normal(m[j], 1).LogDensity(y[t]);")]
    public void A_hidden_chain_does_not_take_impossible_steps(string recursion) => LimitModel.Has(
        "a, b, c",
        $"var a = Sample(Flat());\nvar b = Sample(Flat());\nvar c = Sample(Flat());\nVector m = [a, b, c];\nvar f = new Matrix(4, 3);\nf[0] = Log(start) + Normal(m, 1).LogDensity(y[0]);\n{recursion}\nPotential(LogSumExp(f[3]));",
        [0.1, -0.6, 1.2], -6.246046724920958, [0.3815643727433354, -0.2039160842233285, 0.2873953829017697]);

    [Theory]
    [InlineData("Potential(Sum(Where(Less(0, x), u, 0)) + Sum(Where(Equal(x, 1), 2 * u, 0)));")]
    [InlineData("Potential(Sum(Where(LessOrEqual(x, 0), 0, u)) + Sum(Where(Equal(x, 1), 2 * u, 0)));")]
    [InlineData("Potential(Sum(Where(Less(0, x), Where(Less(-1, x), u, 0), 0)) + Sum(Where(Less(0, x), Where(Equal(x, 1), 2 * u, 0), 0)));")]
    [InlineData("for (var i = 0; i < 4; i++)\n    if (x[i] > 0)\n        Potential(u[i]);\nfor (var i = 0; i < 4; i++)\n    Potential(x[i] == 1 ? 2 * u[i] : 0);")]
    [InlineData("var v = new Vector(4);\nfor (var i = 0; i < 4; i++)\n    v[i] = u[i];\nfor (var i = 0; i < 4; i++)\n    Potential(x[i] > 0 ? (x[i] == 1 ? 3 : 1) * v[i] : 0);")]
    public void What_no_condition_chooses_adds_nothing(string statements) =>
        LimitModel.Has("b", "var b = Sample(Flat());\nvar u = Log(x * Exp(b));\n" + statements, [0.6], 3.316290731874155, [4]);

    [Theory]
    [InlineData("var u = Log(zero * Exp(b));")]
    [InlineData("var u = Exp(b) / zero;")]
    [InlineData("var u = Sqrt(zero * b - 1);")]
    public void A_number_that_no_element_chooses_adds_nothing(string undefined) =>
        LimitModel.Has("b", $"var b = Sample(Flat());\n{undefined}\nPotential(Sum(Where(Less(5, x), u * y, 0)) + 3 * b);", [0.6], 1.8, [3]);

    [Fact]
    public void A_saturating_function_of_an_infinite_value_does_not_move() => LimitModel.Has(
        "b", "var b = Sample(Flat());\nPotential(Sum(InverseLogit(Log(Exp(b) * x))));", [0.2], 1.303134034587679, [0.4333556638282417]);

    [Fact]
    public void A_softmax_leaves_out_what_has_no_weight() => LimitModel.Has(
        "a, b", "var a = Sample(Flat());\nvar b = Sample(Flat());\nVector v = [b, a, b];\nPotential(Softmax(Log(some) + v)[2]);",
        [0.2, 0.5], 0.8019635873815026, [-0.1588179918956936, 0.1588179918956936]);

    [Fact]
    public void Whole_powers_of_negative_data_are_what_they_are() => LimitModel.Has(
        "b", "var b = Sample(Flat());\nPotential(b * Sum(Pow(signed, degree)));", [0.5], 14.5, [29]);

    [Fact]
    public void Whole_powers_of_a_negative_latent_are_what_they_are() => LimitModel.Has(
        "r", "var r = Sample(Flat());\nPotential(Sum(Pow(r, degree)));", [-0.6], 0.544, [0.88]);

    [Fact]
    public void Whole_powers_of_a_latent_at_zero_have_their_slopes() => LimitModel.Has("r", "var r = Sample(Flat());\nPotential(Sum(Pow(r, degree)));", [0], 1, [1]);

    [Fact]
    public void The_greatest_of_values_that_tie_shares_its_slope() => LimitModel.Has(
        "a, b", "var a = Sample(Flat());\nvar b = Sample(Flat());\nVector v = [a, b];\nPotential(3 * Max(v) + Min(v));", [0.5, 0.5], 2, [2, 2]);

    [Theory]
    [InlineData("Potential(-0.5 / Exp(u));", -360, -0.5, 0.5)]
    [InlineData("Potential(-0.5 / (0.01 * Exp(2 * u)));", -180, -50, 100)]
    [InlineData("Potential(Laplace(0, Exp(u)).LogDensity(1));", -360, -1, 1)]
    [InlineData("Observe(y, Laplace(0, Exp(u)));", -360, -4.3, 4.3)]
    public void A_small_scale_has_the_slopes_of_its_logarithm(string statement, double position, double value, double slope)
    {
        // e³⁶⁰; by the scale itself the slope would be as many times it again.
        const double Large = 2.2182652975385555e+156;
        LimitModel.Has("u", "var u = Sample(Flat());\n" + statement, [position], value * Large, [slope * Large]);
    }

    [Theory]
    [InlineData("Normal(0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("StudentT(3, 0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("Cauchy(0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("Laplace(0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("Logistic(0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("Gumbel(0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("LogNormal(0, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("HalfNormal(Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("Weibull(1.5, Exp(a)).LogDensity(y[0])", -800)]
    [InlineData("Gamma(2, Exp(a)).LogDensity(y[0])", 800)]
    [InlineData("Exponential(Exp(a)).LogDensity(y[0])", 800)]
    [InlineData("Normal(0, Exp(a) * Exp(2 * a)).LogDensity(y[0])", -300)]
    [InlineData("Normal(0, Exp(2 * a) / Exp(-a)).LogDensity(y[0])", 300)]
    public void What_has_no_weight_adds_nothing_however_steep_it_is(string component, double position)
    {
        // The other one, at 0.3 and b = 0.1, and the slope of a².
        var statements = $"var a = Sample(Flat());\nvar b = Sample(Flat());\nPotential(-0.5 * Square(a) + LogSumExp([Normal(b, 1).LogDensity(y[0]), {component}]));";
        LimitModel.Has("a, b", statements, [position, 0.1], -0.5 * position * position - 0.938938533204673, [-position, 0.2]);
    }

    [Theory]
    [InlineData("Mixture([0.5, 0.5], Normal(0, Exp(a)), Normal(b, 1))", -400)]
    [InlineData("Mixture([0.5, 0.5], Normal([0, b], [Exp(a), 1]))", -400)]
    [InlineData("Mixture([0.5, 0.5], StudentT(3, 0, Exp(a)), Normal(b, 1))", -400)]
    [InlineData("Mixture([0.5, 0.5], Gamma(mu: Exp(a), sigma: 0.1 * Exp(a)), Normal(b, 1))", -300)]
    public void A_component_far_away_leaves_a_mixture_to_the_others(string mixture, double position)
    {
        var statements = $"var a = Sample(Flat());\nvar b = Sample(Flat());\nPotential(-0.5 * Square(a) + {mixture}.LogDensity(some[1]));";
        LimitModel.Has("a, b", statements, [position, 0.1], -0.5 * position * position - 1.623335713764618, [-position, 0.15]);
    }

    [Fact]
    public void A_curve_that_has_long_been_flat_does_not_move() => LimitModel.Has(
        "k", "var k = Sample(Flat());\nPotential(Sum(Exp(-Exp(k) * (1 + x))));", [800], 0, [0]);
}
