using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Xunit;

namespace Gen.Analyzers.Tests;

public class ModelRuleTests
{
    private const string Demand = "var a = Sample(HalfNormal(100)); var mu = Deterministic(a / price); Observe(sales, Normal(mu, 1));";

    [Fact]
    public Task What_the_compiler_cannot_read_is_reported_at_its_expression() => ModelTest.Breaks(
        "GEN0009", "This condition depends on 'b'. Branches are chosen by data; between values of latents choose with Where(condition, a, b).",
        ModelTest.Model("Vector y", "var b = Sample(Normal(0, 1)); Observe(y, Normal([|b > 0|] ? b : 0, 1));"));

    [Fact]
    public Task Integer_division_becomes_real() => ModelTest.Fixes(
        "GEN0012",
        ModelTest.Model("Vector y", "var b = Sample(Normal([|1 / 2|], 1)); Observe(y, Normal(b, 1));"),
        ModelTest.Model("Vector y", "var b = Sample(Normal(1.0 / 2, 1)); Observe(y, Normal(b, 1));"));

    [Theory]
    [InlineData("k / n", "(double)k / n")]
    [InlineData("1 / n", "1.0 / n")]
    [InlineData("(k + 1) / n", "(double)(k + 1) / n")]
    [InlineData("k * k / n", "(double)(k * k) / n")]
    public Task A_quotient_of_integers_that_becomes_a_number_is_pointed_out(string quotient, string real) => ModelTest.Fixes(
        "GEN1008",
        ModelTest.Model("Vector y, int k, int n", $"var b = Sample(Normal(k + 0.5 * n, 1)); var c = b * ([|{quotient}|]); Observe(y, Normal(c, 1));"),
        ModelTest.Model("Vector y, int k, int n", $"var b = Sample(Normal(k + 0.5 * n, 1)); var c = b * ({real}); Observe(y, Normal(c, 1));"));

    [Fact]
    public Task A_quotient_of_integers_in_an_objective_is_pointed_out() => ModelTest.Breaks(
        "GEN1008", "'n / 2' is a quotient of integers, rounded towards 0 before it becomes a real number. Write (double)n / 2, or (double)(n / 2) where that is meant.",
        ModelTest.Model("Vector y, int n", "var b = Sample(Normal(n, 1)); Observe(y, Normal(b, 1));", "[Objective] static double Gain(double b, int n, [Decision] double d) => b * d * ([|n / 2|]) - d * d;"));

    [Theory]
    [InlineData("b * (double)(k / n)")]
    [InlineData("b * y[k / n]")]
    [InlineData("b * ((double)k / n)")]
    public Task Quotients_that_are_meant_or_stay_integers_are_not(string value) => ModelTest.IsClean(
        ModelTest.Model("Vector y, int k, int n", $"var b = Sample(Normal(0, 1)); Observe(y, Normal({value} + k + n, 1));"));

    [Theory]
    [InlineData("var m = Sample(Normal(0, 1)); {|GEN1009:m += 10|}; Observe(y, Normal(m, 1));")]
    [InlineData("var m = Sample(Normal(0, 1)); {|GEN1009:m++|}; m *= 2; Observe(y, Normal(m, 1));")]
    [InlineData("double m; m = Sample(Normal(0, 1)); {|GEN1009:m = 2 * m|}; Observe(y, Normal(m, 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); var mu = Deterministic(b * y); {|GEN1009:mu += 100|}; Observe(y, Normal(mu, 1));")]
    [InlineData("var e = Sample(Normal(0, 1), y.Length); {|GEN1009:e[0] = 0|}; Observe(y, Normal(e, 1));")]
    [InlineData("var e = Sample(Normal(0, 1), y.Length); for (var i = 1; i < y.Length; i++) { {|GEN1009:e[i] += e[i - 1]|}; } Observe(y, Normal(e, 1));")]
    public Task A_variable_that_changes_once_it_is_a_quantity_is_pointed_out(string statements) => ModelTest.IsAsMarked(ModelTest.Model("Vector y", statements));

    [Theory]
    [InlineData("var m = Sample(Normal(0, 1)); var n = m + 10; n += 1; Observe(y, Normal(n, 1));")]
    [InlineData("var e = new Vector(y.Length); for (var i = 0; i < y.Length; i++) { e[i] = Sample(Normal(0, 1)); } Observe(y, Normal(e, 1));")]
    [InlineData("double m = 1; m *= 2; m = Sample(Normal(m, 1)); Observe(y, Normal(m, 1));")]
    public Task Other_variables_may_change(string statements) => ModelTest.IsClean(ModelTest.Model("Vector y", statements));

    [Fact]
    public Task A_parameter_of_an_objective_that_is_nearly_a_quantity_is_named() => ModelTest.Breaks(
        "GEN0014", "objective 'Profit' has a parameter 'muu' that is no quantity of M. Did you mean 'mu'?",
        ModelTest.Model("Vector price, Vector sales", Demand, Profit("Vector [|muu|]", "muu")));

    [Fact]
    public Task A_parameter_of_an_objective_is_renamed_with_its_uses() => ModelTest.Fixes(
        "GEN0014",
        ModelTest.Model("Vector price, Vector sales", Demand, Profit("Vector [|muu|]", "muu")),
        ModelTest.Model("Vector price, Vector sales", Demand, Profit("Vector mu", "mu")));

    [Fact]
    public Task Where_C_sharp_has_an_error_nothing_is_added() =>
        ModelTest.IsAsMarked(ModelTest.Model("Vector y", "var b = Sample({|CS0103:Norml|}(0, 1)); Observe(y, Normal(b, 1));"));

    [Fact]
    public Task Unused_data_are_named() => ModelTest.Breaks(
        "GEN1003", "'x' is not used by the model. Remove it, or use it.",
        ModelTest.Model("Vector [|x|], Vector y", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));"));

    [Theory]
    [InlineData("Vector x, Vector y", "Observe(y, Normal(b, 1));", "[Objective] static double U(double b, Vector x, [Decision] double d) => d * b * Sum(x);")]
    [InlineData("[Dims(\"row\")] Vector y, Dim row", "Observe(y, Normal(b, 1));", "")]
    [InlineData("Vector x, Vector y", "for (var i = 0; i < x.Length; i++) { Observe(y[i], Normal(b, 1)); }", "")]
    [InlineData("Vector x, Vector y", "Observe(y, Normal(Twice(b, x), 1));", "static Vector Twice(double b, Vector x) => 2 * b * x;")]
    public Task Data_may_be_used_by_an_objective_or_for_their_length(string parameters, string statements, string members) =>
        ModelTest.IsClean(ModelTest.Model(parameters, "var b = Sample(Normal(0, 1)); " + statements, members));

    [Fact]
    public Task An_unused_latent_is_named_at_its_prior() => ModelTest.Breaks(
        "GEN1004", "Nothing depends on 'c', so its posterior is its prior. Remove it, or use it.",
        ModelTest.Model("Vector y", "var b = Sample(Normal(0, 1)); var c = Sample([|Normal(0, 1)|]); Observe(y, Normal(b, 1));"));

    [Fact]
    public Task A_walk_that_only_it_itself_reads_is_unused() => ModelTest.Breaks(
        "GEN1004", "Nothing depends on 'walk', so its posterior is its prior. Remove it, or use it.",
        ModelTest.Model("Vector y", """
            var b = Sample(Normal(0, 1));
            var walk = new Vector(y.Length);
            walk[0] = Sample([|Normal(0, 1)|]);
            for (var t = 1; t < y.Length; t++)
            {
                walk[t] = Sample(Normal(walk[t - 1], 1));
            }

            Observe(y, Normal(b, 1));
            """));

    [Theory]
    [InlineData("var v = Sample(Normal(0, 3)); var x = Sample(Normal(0, Exp(v / 2)), y.Length);")]
    [InlineData("var m = Sample(Normal(0, 1)); var b = Sample(Normal(m, 1)); Observe(y, Normal(b, 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); var c = Deterministic(2 * b); Observe(y, Normal(0, 1));")]
    [InlineData("var b = Sample(Normal(0, 1)); Potential(-Square(b) * Sum(y));")]
    public Task Latents_may_be_used_by_priors_records_and_potentials(string statements) =>
        ModelTest.IsClean(ModelTest.Model("Vector y", statements));

    [Fact]
    public Task Two_names_of_one_axis_are_told() => ModelTest.Breaks(
        "GEN1006", "'rows' looks like the axis 'row' of 'x', which shares the axis in 'y ~ Normal(b * x, 1)'. Give both one name, so that their lengths are checked and labels are shared.",
        ModelTest.Model("[Dims(\"row\")] Vector x, [Dims(\"rows\")] Vector [|y|]", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b * x, 1));"));

    [Fact]
    public Task Letters_that_are_exchanged_are_told() => ModelTest.Breaks(
        "GEN1006", "'rwo' looks like the axis 'row' of 'x'. Give both one name, so that their lengths are checked and labels are shared.",
        ModelTest.Model("[Dims(\"row\")] Vector x, [Dims(\"rwo\")] Vector [|y|]", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b * Sum(x), 1));"));

    [Theory]
    [InlineData("[Dims(\"county\")] Vector x, Vector y, Dim counties", "var a = Sample(Normal(x, 1), counties); Observe(y, Normal(b + Sum(a), 1));")]
    [InlineData("[Dims(\"week1\")] Vector x, [Dims(\"week2\")] Vector y", "Observe(y, Normal(b * Sum(x), 1));")]
    [InlineData("[Dims(\"from\", \"to\")] Matrix x, [Dims(\"to\")] Vector y", "Observe(y, Normal(b * Dot(x, y), 1));")]
    [InlineData("[Dims(\"row\")] Vector x, [Dims(\"row\")] Vector y", "Observe(y, Normal(b * x, 1));")]
    public Task Axes_may_have_names_of_their_own(string parameters, string statements) =>
        ModelTest.IsClean(ModelTest.Model(parameters, "var b = Sample(Normal(0, 1)); " + statements));

    [Theory]
    [InlineData("HalfNormal({|CS1739:[|scale|]|}: 1)", "HalfNormal(sigma: 1)")]
    [InlineData("Normal(0, {|CS1739:[|sd|]|}: 1)", "Normal(0, sigma: 1)")]
    [InlineData("Normal({|CS1739:[|loc|]|}: 0, sigma: 1)", "Normal(mu: 0, sigma: 1)")]
    [InlineData("StudentT({|CS1739:[|df|]|}: 3, sigma: 1)", "StudentT(nu: 3, sigma: 1)")]
    [InlineData("Exponential({|CS1739:[|rate|]|}: 2)", "Exponential(lam: 2)")]
    [InlineData("Gamma(alpha: 2, {|CS1739:[|rate|]|}: 2)", "Gamma(alpha: 2, beta: 2)")]
    [InlineData("Laplace(0, {|CS1739:[|scale|]|}: 2)", "Laplace(0, b: 2)")]
    public Task A_parameter_under_another_name_is_renamed(string wrong, string right) => ModelTest.Fixes(
        "GEN0034",
        ModelTest.Model("Vector y", $"var b = Sample({wrong}); Observe(y, Normal(b, 1));"),
        ModelTest.Model("Vector y", $"var b = Sample({right}); Observe(y, Normal(b, 1));"));

    [Fact]
    public Task A_word_that_means_another_number_has_no_replacement() => ModelTest.Breaks(
        "GEN0034", "Gamma has no parameter 'scale'; it takes alpha, beta, mu or sigma.",
        ModelTest.Model("Vector y", "var b = Sample(Gamma(alpha: 2, {|CS1739:[|scale|]|}: 2)); Observe(y, Normal(b, 1));"));

    [Theory]
    [InlineData("xx")]
    [InlineData("X")]
    public Task A_decision_that_is_nearly_data_is_told_that_nothing_follows_it(string name) => ModelTest.Breaks(
        "GEN1007", $"'{name}' is no data of M, so 'mu' does not react to it. Did you mean 'x'?",
        ModelTest.Model("Vector x, Vector y", "var b = Sample(Normal(0, 1)); var mu = Deterministic(b * x); Observe(y, Normal(mu, 1));", $"[Objective] static double Gain(Vector mu, [Decision] Vector [|{name}|]) => Dot(mu, {name});"));

    [Fact]
    public Task Decisions_that_are_nearly_data_are_renamed_all_at_once() => ModelTest.Fixes(
        "GEN1007",
        ModelTest.Model("Vector price, Vector cost, Vector sales", "var a = Sample(HalfNormal(100)); var mu = Deterministic(a / price - cost); Observe(sales, Normal(mu, 1));", "[Objective] static double Profit(Vector mu, [Decision] Vector [|pirce|], [Decision] Vector [|costs|]) => Sum(pirce * mu - costs);"),
        ModelTest.Model("Vector price, Vector cost, Vector sales", "var a = Sample(HalfNormal(100)); var mu = Deterministic(a / price - cost); Observe(sales, Normal(mu, 1));", "[Objective] static double Profit(Vector mu, [Decision] Vector price, [Decision] Vector cost) => Sum(price * mu - cost);"));

    [Theory]
    [InlineData("Vector mu, [Decision] Vector cost", "Sum(cost * mu)")]
    [InlineData("Vector mu, [Decision] double prices", "prices * Sum(mu)")]
    [InlineData("Vector mu, [Decision] Vector price2", "Sum(price2 * mu)")]
    [InlineData("Vector mu, Vector price, [Decision] Vector prices", "Sum((prices - price) * mu)")]
    [InlineData("double a, [Decision] Vector prices", "a * Sum(prices)")]
    public Task Decisions_may_be_numbers_of_the_objectives_own(string parameters, string value) =>
        ModelTest.IsClean(ModelTest.Model("Vector price, Vector sales", Demand, $"[Objective] static double Profit({parameters}) => {value};"));

    [Theory]
    [InlineData("int", "double", "order")]
    [InlineData("int[]", "Vector", "Sum(order)")]
    [InlineData("int[,]", "Matrix", "Sum(order)")]
    public Task A_decision_gets_a_type_that_can_be_searched(string wrong, string right, string value) => ModelTest.Fixes(
        "GEN0037",
        ModelTest.Model("Vector price, Vector sales", Demand, $"[Objective] static double Profit(Vector mu, [Decision] {wrong} [|order|]) => Sum(mu) * {value};"),
        ModelTest.Model("Vector price, Vector sales", Demand, $"[Objective] static double Profit(Vector mu, [Decision] {right} order) => Sum(mu) * {value};"));

    [Theory]
    [InlineData("int", "order", "'order' has the type 'int', but a decision is a double, a Vector or a Matrix. Take a double instead, and round what is found.")]
    [InlineData("bool", "order ? 1 : 0", "'order' has the type 'bool', but a decision is a double, a Vector or a Matrix. Take a double between 0 and 1 instead, or compare the expected utilities of both by Evaluate.")]
    [InlineData("string", "order.Length", "'order' has the type 'string', but a decision is a double, a Vector or a Matrix.")]
    public Task Whoever_decides_another_type_sees_one_error(string type, string value, string message) => ModelTest.Breaks(
        "GEN0037", message,
        ModelTest.Model("Vector price, Vector sales", Demand, $"[Objective] static double Profit(Vector mu, [Decision] {type} [|order|]) => Sum(mu) * ({value});"));

    [Fact]
    public Task Data_that_are_decided_are_double_in_the_model_too() => ModelTest.Breaks(
        "GEN0037", "'n' has the type 'int', but a decision is a double, a Vector or a Matrix. Take a double here and in the model, and round what is found.",
        ModelTest.Model("int n, Vector y", "var b = Sample(Normal(0, 1)); var mu = Deterministic(b * n); Observe(y, Normal(mu, 1));", "[Objective] static double Gain(double mu, [Decision] int [|n|]) => mu * n;"));

    [Fact]
    public Task Whoever_solves_an_objective_of_integers_sees_its_error_alone() => ModelTest.IsAsMarked(
        ModelTest.Model("Vector price, Vector sales", Demand, "[Objective] static double Profit(Vector mu, [Decision] int {|GEN0037:order|}) => Sum(mu) * order;")
        + "static class Use { static void Run() { var best = new M([1], [1]).Sample(seed: 1).Profit().Maximize(3); double order = best.Order; } }");

    [Theory]
    [InlineData("public partial class M { [Model] static void [|Define|](Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); } }")]
    [InlineData("public partial class M { [Model] partial void [|Define|](Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); } }")]
    [InlineData("public class [|M|] { [Model] static partial void {|CS0751:{|CS0759:Define|}|}(Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); } }")]
    public Task A_missing_modifier_is_written(string marked) => ModelTest.Fixes(
        "GEN0032", marked, "public partial class M { [Model] static partial void Define(Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); } }");

    [Theory]
    [InlineData("[|Profit|]", "static double Profit")]
    public Task An_objective_is_static(string name, string right) => ModelTest.Fixes(
        "GEN0032",
        ModelTest.Model("Vector price, Vector sales", Demand, $"[Objective] double {name}(Vector mu, [Decision] Vector price) => Sum(price * mu);"),
        ModelTest.Model("Vector price, Vector sales", Demand, $"[Objective] {right}(Vector mu, [Decision] Vector price) => Sum(price * mu);"));

    [Fact]
    public Task Types_around_a_model_are_partial() => ModelTest.Fixes(
        "GEN0032",
        "public class [|Outer|] { public partial class M { [Model] static partial void {|CS0759:Define|}(Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); } } }",
        "public partial class Outer { public partial class M { [Model] static partial void Define(Vector y) { var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); } } }");

    [Theory]
    [InlineData("{\n    static partial void [|Define|](", "{\n    [Model]\n    static partial void Define(")]
    [InlineData("{ static partial void [|Define|](", "{ [Model] static partial void Define(")]
    public Task A_model_is_marked(string wrong, string right) => ModelTest.Fixes(
        "GEN0038", $"public partial class M {wrong}Vector y) {{ var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); }} }}",
        $"public partial class M {right}Vector y) {{ var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1)); }} }}");

    [Theory]
    [InlineData("public partial class M { static partial void {|CS0759:Define|}(Vector y) { } }")]
    [InlineData("public partial class M { static partial void Define(Vector y); static partial void Define(Vector y) { var b = Sample(Normal(0, 1)); } }")]
    [InlineData("public partial class M { static void Define(Vector y) { var b = Sample(Normal(0, 1)); } }")]
    public Task Other_methods_are_not_taken_for_models(string source) => ModelTest.IsAsMarked(source);

    [Fact]
    public Task Files_import_the_language_once_for_all_their_models() => ModelTest.Fixes(
        "GEN0033",
        "public partial class M { [Model] static partial void Define(Vector y) { {|CS0103:[|Observe|]|}(y, {|CS0103:Normal|}(0, 1)); } }\n"
        + "public partial class N { [Model] static partial void Define(Vector y) { {|CS0103:[|Observe|]|}(y, {|CS0103:Normal|}(0, 1)); } }",
        "using static Gen.Modeling;\npublic partial class M { [Model] static partial void Define(Vector y) { Observe(y, Normal(0, 1)); } }\n"
        + "public partial class N { [Model] static partial void Define(Vector y) { Observe(y, Normal(0, 1)); } }", ModelTest.WithoutLanguage);

    [Fact]
    public Task A_file_that_does_not_import_the_language_gets_the_using() => ModelTest.Fixes(
        "GEN0033",
        ModelTest.Model("Vector y", "var b = {|CS0103:[|Sample|]|}({|CS0103:Normal|}(0, 1)); {|CS0103:Observe|}(y, {|CS0103:Normal|}(b, 1));"),
        "using static Gen.Modeling;\n" + ModelTest.Model("Vector y", "var b = Sample(Normal(0, 1)); Observe(y, Normal(b, 1));"), ModelTest.WithoutLanguage);

    [Fact]
    public Task Whoever_uses_a_refused_model_sees_one_error() => ModelTest.IsAsMarked(
        ModelTest.Model("Vector x, Vector y", "var b = Sample(Normal(0, 1), x.Length); var c = Deterministic(b + {|GEN0012:1 / 2|}); Observe(y, Normal(c, 1));", Profit("Vector c, Vector weights", "c * weights"))
        + "static class Use { static void Run() { var p = new M([1], [1]).With(x: [2]).Observe([1]).Do(b: new Vector(1)).Sample(seed: 1); Vector best = p.Profit(weights: [1]).Maximize([1]).Price; VectorDraws c = p.Predict(x: [1]).C; VectorDraws b = p.B; Vector y = new M([1]).Draw().Y; } }");

    private static string Profit(string parameter, string use) => $"[Objective] static double Profit({parameter}, [Decision] Vector price) => Sum(price * {use});";
}
