using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class RuleTests
{
    private static IEnumerable<Rule> All => typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(info => (Rule)info.GetValue(null)!);

    [Fact]
    public void Ids_are_consecutive_and_below_those_of_priors() =>
        Assert.Equal(Enumerable.Range(1, All.Count()).Select(i => $"GEN{i:D4}"), All.Select(rule => rule.Id));

    [Fact]
    public void A_method_that_calls_itself_is_refused_at_the_call() => ReadModels.Body(
        "Vector y", "var b = Sample(Normal());\nPotential(Power(b, 3));", "static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);")
        .Refuses(Rules.Recursion, "Power(x, n - 1)", "'Power' calls itself. Methods are inlined into the model, so none may be recursive: write a for loop.");

    [Fact]
    public void A_latent_needs_a_name() => ReadModels.Body("double y", "Observe(y, Normal(Sample(Normal(0, 1)), 1));").Refuses(
        Rules.LatentWithoutName, "Sample(Normal(0, 1))",
        "A latent takes its name from the variable that it is assigned to: write 'var z = Sample(Normal(0, 1));' on a line of its own and use z here.");

    [Fact]
    public void A_method_must_not_hide_a_function() => ReadModels.Body("double y", "var b = Sample(Normal());", "static double Softmax(double x) => x;")
        .Refuses(Rules.HiddenFunction, "Softmax", "'Softmax' hides the language's Softmax with all its overloads. Give the method another name.");

    [Fact]
    public void A_branch_must_not_depend_on_latents() => ReadModels.Body("double y", "var b = Sample(Normal());\nPotential(b > 0 ? b : 0);").Refuses(
        Rules.ConditionOnLatents, "b > 0", "This condition depends on 'b'. Branches are chosen by data; between values of latents choose with Where(condition, a, b).");

    [Fact]
    public void A_branch_must_not_depend_on_decisions() => ReadModels.Body("double y", "var b = Sample(Normal());", "[Objective] static double Gain(double b, [Decision] double d) { if (d > 1) { return b * d; } return b; }").Refuses(
        Rules.ConditionOnLatents, "d > 1", "This condition depends on 'd'. Branches are chosen by data; between values of decisions choose with Where(condition, a, b).");

    [Fact]
    public void A_branch_must_not_depend_on_decided_data() => ReadModels.Body("double y", "var b = Sample(Normal());\nPotential(b * y);", "[Objective] static double Gain(double b, [Decision] double y) => y > 1 ? b : -b;").Refuses(
        Rules.ConditionOnLatents, "y > 1", "This condition depends on 'y'. Branches are chosen by data; between values of decisions choose with Where(condition, a, b).");

    [Fact]
    public void A_branch_must_not_depend_on_the_state_of_an_equation() => ReadModels.Body(
        "Vector y, Vector times", "var k = Sample(HalfNormal(1));\nvar c = OdeRk45((t, s) => [s[0] > 1 ? -k * s[0] : 0], [2.0], 0, times);\nObserve(y, Normal(c[.., 0], 1));").Refuses(
        Rules.ConditionOnLatents, "s[0] > 1", "This condition depends on 's'. Branches are chosen by data; between values of latents choose with Where(condition, a, b).");

    [Fact]
    public void A_loop_to_a_latent_is_told_which() => ReadModels.Body("double y", "var k = Sample(HalfNormal(1));\nfor (var i = 0; i < k; i++) { Potential(k * i); }").Refuses(
        Rules.BoundsOnLatents, "i < k", "The bounds of this loop depend on 'k'; they must be known when the model is constructed: integers, lengths or data.");

    [Fact]
    public void A_loop_to_a_number_is_told_its_type() => ReadModels.Body("double y", "var k = Sample(HalfNormal(1));\nfor (var i = 0; i <= 2 * y; i++) { Potential(k * i); }").Refuses(
        Rules.UnsupportedConstruct, "i <= 2 * y", "A loop to '2 * y', which is a double, cannot stand in a model. Its end is an int or a length.");

    [Theory]
    [InlineData("double c, d;\n(c, d) = (b, b);", "(c, d) = (b, b)", "An assignment to several variables at once cannot stand in a model. Assign to each on a line of its own.")]
    [InlineData("Potential(b * nameof(b).Length);", "nameof(b)", "'nameof(b)' cannot stand in a model. A model computes numbers.")]
    public void What_is_outside_the_language_is_called_by_its_name(string statements, string at, string message) =>
        ReadModels.Body("double y", "var b = Sample(Normal());\n" + statements).Refuses(Rules.UnsupportedConstruct, at, message);

    [Fact]
    public void A_discrete_latent_is_refused() => ReadModels.Body("double y", "var z = Sample(Bernoulli(0.5));").Refuses(
        Rules.DiscreteLatent, "Sample(Bernoulli(0.5))",
        "'z' would be a latent from Bernoulli, which is discrete; only continuous latents can be sampled. Sum it out: Potential(LogSumExp(…)) over its values.");

    [Theory]
    [InlineData("Gamma(alpha: 2, sigma: 1)", "Gamma takes (alpha, beta) or (mu, sigma); here it has alpha and sigma.")]
    [InlineData("Gamma(2)", "Gamma takes (alpha, beta) or (mu, sigma); here it has alpha.")]
    [InlineData("Normal(0, 1, 2)", "Normal takes (mu, sigma) or (mu, tau); here it has mu and sigma and tau.")]
    public void Parameters_must_be_one_set(string distribution, string message) =>
        ReadModels.Body("double y", $"var z = Sample({distribution});").Refuses(Rules.DistributionParameters, distribution, message);

    [Fact]
    public void Integer_division_of_literals_is_refused_with_what_was_meant()
    {
        var diagnostic = ReadModels.Body("double y", "var z = Sample(Normal(1 / 2, 1));").Refuses(Rules.IntegerDivision, "1 / 2", "1 / 2 is 0, since both are integers. Write 1.0 / 2 for the quotient.");
        Assert.Equal("1.0 / 2", diagnostic.Suggestion);
    }

    [Fact]
    public void Lengths_that_never_agree_are_refused() => ReadModels.Body("Vector y", "var b = Sample(Normal());\nPotential(b * (y[1..] - y));")
        .Refuses(Rules.LengthsDiffer, "y[1..] - y", "These share an axis, but one has length y.Length - 1 and the other y.Length.");

    [Fact]
    public void Only_data_are_observed() => ReadModels.Body("Vector y", "var b = Sample(Normal());\nvar c = b * y;\nObserve(c, Normal(0, 1));").Refuses(
        Rules.ObservedIsNotData, "c",
        "Only data can be observed: a parameter of the model, an element or a range of one, or a value computed from data. 'c' depends on 'b'; for a term of latents write Potential(d.LogDensity(x)).");

    [Fact]
    public void Types_of_data_are_few() => ReadModels.Body("string y", "").Refuses(
        Rules.DataType, "y", "'y' has the type 'string'; the data of a model are double, int, bool, Vector, Matrix, int[], int[,] or Dim.");

    [Fact]
    public void Quantities_have_different_names() => ReadModels.Body("Vector y", "{ var beta = Sample(Normal()); }\n{ var beta = Sample(Normal()); }").Refuses(
        Rules.DuplicateName, "Sample(Normal())", "'beta' is the name of another quantity of the model, and both would be the member 'Beta'. Rename one of them.");

    [Fact]
    public void Quantities_may_differ_in_case_alone() => ReadModels.Body("Vector y", "var beta = Sample(Normal());\nvar Beta = Sample(Normal());").Prints("""
        beta ~ Normal(0, 1)
        Beta ~ Normal(0, 1)
        """);

    [Fact]
    public void A_quantity_is_not_named_like_a_member_of_the_posterior() => ReadModels.Body("Vector y", "var statistics = Sample(Normal());").Refuses(
        Rules.ReservedName, "Sample(Normal())",
        "'statistics' would become the member 'Statistics', which every posterior has already. Name it otherwise, such as 'statisticsValue'.");

    [Fact]
    public void A_latent_is_not_sampled_in_a_branch() => ReadModels.Body("bool flag", "if (flag) { var z = Sample(Normal()); }").Refuses(
        Rules.ConditionalLatent, "Sample(Normal())", "'z' is sampled inside a branch. A model has the same latents whatever its data are: sample before the branch, and choose parameters of the prior by ?: where they differ.");

    [Fact]
    public void A_latent_that_both_branches_sample_is_told_once() => ReadModels.Body("bool flag", "double z;\nif (flag) { z = Sample(Normal(0, 1)); } else { z = Sample(Normal(0, 2)); }\nPotential(z);").Refuses(
        Rules.ConditionalLatent, "Sample(Normal(0, 1))", "'z' is sampled inside a branch. A model has the same latents whatever its data are: sample before the branch, and choose parameters of the prior by ?: where they differ.");

    [Theory]
    [InlineData("for (var i = 0; i < first.Length; i++)\n    for (var j = 0; j < first[i]; j++)\n        z[i, j] = Sample(Normal());")]
    [InlineData("for (var i = 0; i < 5; i++)\n    for (var j = 0; j < i; j++)\n        z[i, j] = Sample(Normal());")]
    public void Nor_in_a_loop_of_more_or_fewer_passes(string loops) => ReadModels.Body("int[] first", "var z = new Matrix(5, 5);\n" + loops).Refuses(
        Rules.ConditionalLatent, "Sample(Normal())",
        "'z' is sampled in a loop whose passes are more or fewer for each pass of the loop around it. A latent is a vector or a matrix, all of which is sampled: "
            + "sample it before the loops, as one vector with a place for each pass or a matrix that is wide enough, and read its elements in them.");

    [Fact]
    public void A_vector_is_sampled_or_computed() => ReadModels.Body("Vector y", """
        var v = Zeros(3);
        v[0] = 1;
        v[1] = Sample(Normal());
        """).Refuses(
        Rules.MixedLatent, "Sample(Normal())", "Some elements of 'v' are sampled and others are assigned. Sample into a vector of its own, and compute another from it.");

    [Fact]
    public void An_index_is_data() => ReadModels.Body("Vector y", "var b = Sample(Normal());\nPotential(y[(int)b]);").Refuses(
        Rules.IndexOnLatents, "(int)b", "'(int)b' depends on 'b'; it must be known when the model is constructed.");

    [Fact]
    public void An_element_at_an_index_of_latents_is_only_recorded() => ReadModels.Body("Vector y", """
        var b = Sample(Normal());
        var v = Deterministic(y[ArgMax(y * b)]);
        var w = 2 * v;
        Observe(y, Normal(w, 1));
        """).Refuses(
        Rules.IndexOnLatents, "ArgMax(y * b)", "'ArgMax(y * b)' depends on 'b'; it must be known when the model is constructed.");

    [Fact]
    public void Only_known_elements_are_observed() => ReadModels.Body("Vector y", "var b = Sample(Normal());\nObserve(y[(int)b], Normal(0, 1));").Refuses(
        Rules.IndexOnLatents, "y[(int)b]", "'y[(int)b]' depends on 'b'; it must be known when the model is constructed.");

    [Theory]
    [InlineData("Potential(-Square(z));", "Potential(-Square(z))", "Potential(-Square(z))")]
    [InlineData("Observe(y, Normal(Mean(w) - 1, 1));", "Observe(y, Normal(Mean(w) - 1, 1))", "y ~ Normal(Mean(w) - 1, 1)")]
    [InlineData("var c = Sample(Normal(v, 1));", "Sample(Normal(v, 1))", "c ~ Normal(v, 1)")]
    public void Nothing_of_the_log_density_depends_on_what_is_generated(string statement, string at, string text) => ReadModels.Body("Vector y", $"""
        var b = Sample(Normal());
        var z = Generate(Normal(b, 1));
        var v = Deterministic(2 * z);
        var w = new Vector(3);
        w[0] = b;
        w[1] = v;
        {statement}
        """).Refuses(
        Rules.GeneratedInModel, at, $"'{text}' depends on 'z', which is generated: it is drawn once the latents are known, and no part of the log-density. Sample 'z' to make it a latent.");

    [Theory]
    [InlineData("z", "Vector z, [Decision] double price", "Sum(z) * price")]
    [InlineData("most", "double most, [Decision] double price", "most * price")]
    [InlineData("found", "double found, [Decision] double price", "found * price")]
    public void Objectives_may_read_what_is_generated_or_looked_up(string quantity, string parameters, string value)
    {
        var model = Generating($"[Objective] static double Profit({parameters}) => {value};").Model!;
        Assert.Equal(quantity, Assert.Single(model.Objectives).Parameters[0].Name);
        Assert.Empty(model.Outlined);
    }

    [Theory]
    [InlineData("z", "Vector z, [Decision] Vector y", "Sum(z) * Sum(y)")]
    [InlineData("most", "double most, [Decision] Vector y", "most * Sum(y)")]
    [InlineData("found", "double found, [Decision] Vector y", "found * Sum(y)")]
    public void What_is_generated_from_data_follows_no_decision_of_them(string quantity, string parameters, string value) =>
        Generating($"[Objective] static double Profit({parameters}) => {value};").Refuses(
            Rules.UndecidedQuantity, quantity,
            $"'{quantity}' is recorded as it was drawn or looked up for the data 'y', so it does not follow 'y', which objective 'Profit' decides. Compute it in a Deterministic from latents and 'y'.");

    private static ReadResult Generating(string objective) => ReadModels.Body("Vector y", """
        var b = Sample(Normal());
        var rate = Exp(b + Mean(y));
        var z = Generate(Poisson(rate), 2);
        var most = Deterministic(Max(z));
        var found = Deterministic(y[ArgMax(y * b)]);
        Observe(y, Normal(b, 1));
        """, objective);

    [Theory]
    [InlineData("double th, [Decision] double dose", "th - dose * dose", "th", "dose", "th")]
    [InlineData("double twice, [Decision] double dose", "twice - dose * dose", "twice", "dose", "th")]
    [InlineData("double below, [Decision] double dose", "below - dose", "below", "dose", "th")]
    [InlineData("double drawn, [Decision] double dose", "drawn - dose", "drawn", "dose", "th")]
    [InlineData("double slope, [Decision] Vector x", "slope * Sum(x)", "slope", "x", "slope")]
    [InlineData("Vector each, [Decision] Vector x", "Dot(each, x)", "each", "x", "each")]
    public void A_latent_with_a_prior_of_data_follows_no_decision_of_them(string parameters, string value, string at, string data, string latent)
    {
        var read = Priors($"[Objective] static double U({parameters}) => {value};");
        read.Refuses(
            Rules.UndecidedLatent, at,
            $"'{at}' does not follow '{data}', which objective 'U' decides: the prior of '{latent}' depends on '{data}', and its draws are those for the data. "
                + $"Make '{latent}' a Deterministic of '{data}' and of latents whose priors do not depend on it, such as mu + sigma * z with z ~ Normal(0, 1).");
        Assert.Equal("U", Assert.Single(read.Model!.Outlined).Name);
    }

    [Theory]
    [InlineData("double b, [Decision] double dose", "b * dose - dose * dose")]
    [InlineData("double mean, [Decision] double dose", "mean - dose * dose")]
    [InlineData("double th, [Decision] double price", "th * price")]
    [InlineData("double th, [Decision] Vector x", "th * Sum(x)")]
    [InlineData("double th, double dose, [Decision] double price", "th * price - dose")]
    [InlineData("Vector sized, [Decision] Vector x", "Dot(sized, x)")]
    public void Latents_whose_priors_read_no_decision_may_be_read(string parameters, string value) =>
        Assert.Empty(Priors($"[Objective] static double U({parameters}) => {value};").Diagnostics);

    private static ReadResult Priors(string objective) => ReadModels.Body("double dose, Vector x, Vector y", """
        var b = Sample(Normal(0, 5));
        var mean = Deterministic(Expected(b, dose));
        var th = Sample(Normal(mean, 0.1));
        var twice = Deterministic(2 * th);
        var below = Sample(Normal(th, 1));
        var drawn = Generate(Normal(th, 1));
        var scale = 1 / Sd(x);
        var slope = Sample(Normal(0, scale));
        var each = new Vector(x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            each[i] = Sample(Normal(b * x[i], 1));
        }

        var sized = Sample(Normal(0, 1), x.Length);
        Observe(y, Normal(th + below + slope * x + each + sized, 0.1));
        """, "static double Expected(double b, double dose) => b * dose;\n" + objective);

    [Fact]
    public void A_vector_is_generated_or_computed() => ReadModels.Body("Vector y", """
        var v = new Vector(3);
        v[0] = 1;
        v[1] = Generate(Normal(v[0], 1));
        """).Refuses(
        Rules.MixedLatent, "Generate(Normal(v[0], 1))", "Some elements of 'v' are sampled and others are assigned. Sample into a vector of its own, and compute another from it.");

    [Fact]
    public void Data_are_not_assigned() => ReadModels.Body("Vector y", "y[0] = 1;").Refuses(
        Rules.AssignedData, "y[0]", "'y' is not the model's to change. Assign to a new Vector or Matrix, or to a variable of its own.");

    [Fact]
    public void Methods_compute_values() => ReadModels.Body(
        "Vector y", "Potential(Prior());", "static double Prior() { var z = Sample(Normal()); return z; }").Refuses(
        Rules.StatementInMethod, "Sample(Normal())", "Sample belongs in the model's own body; the methods that it calls compute values.");

    [Fact]
    public void A_method_without_source_is_named() => ReadModels.Body("Vector y", "var b = Sample(Normal());\nPotential(System.Double.CopySign(b, -1));").Refuses(
        Rules.UnreadableMethod, "System.Double.CopySign(b, -1)",
        "'CopySign' is neither a function of the language nor a static method with source in this project, so it cannot become part of the model.");

    [Theory]
    [InlineData("Math.Clamp(b, 0, 1)", "Min(Max(b, 0), 1)")]
    [InlineData("Math.Log10(b)", "(Log(b) / Log(10))")]
    [InlineData("Math.Ceiling(b + 1)", "-Floor(-(b + 1))")]
    [InlineData("Math.Cbrt(b)", null)]
    public void A_function_of_Math_that_the_language_has_not_is_told_what_it_is_made_of(string call, string? instead)
    {
        var diagnostic = ReadModels.Body("Vector y", $"var b = Sample(Normal());\nPotential(System.{call});").Refuses(
            Rules.UnreadableMethod, "System." + call,
            $"'{call.Split('(')[0]}' is neither a function of the language nor a static method with source in this project, so it cannot become part of the model.{(instead is null ? "" : $" Write {instead}.")}");
        Assert.Equal(instead, diagnostic.Suggestion);
    }

    [Theory]
    [InlineData("var random = new System.Random(1);", "new System.Random(1)", "new Random")]
    [InlineData("var list = new System.Collections.Generic.List<double>();", "new System.Collections.Generic.List<double>()", "new List")]
    public void An_object_is_no_value(string statement, string at, string construct) => ReadModels.Body("Vector y", statement).Refuses(
        Rules.UnsupportedConstruct, at, $"{construct} cannot stand in a model. A model computes numbers from its data; what is random it draws by Sample or Generate.");

    [Fact]
    public void A_latent_is_not_observed() => ReadModels.Body("Vector y", "var b = Sample(Normal(y, 1));\nObserve(b, Normal(0, 1));").Refuses(
        Rules.ObservedIsNotData, "b",
        "Only data can be observed: a parameter of the model, an element or a range of one, or a value computed from data. 'b' is drawn itself; for a term of latents write Potential(d.LogDensity(x)).");

    [Fact]
    public void A_model_is_a_static_method_of_a_class_of_its_own() => ReadModels.Source("static partial class M { [Model] static partial void Define(Vector y) { } }").Refuses(
        Rules.ModelShape, "M", "A model is a class of which there are objects: 'M' must be a partial class or record, and not static.");

    [Fact]
    public void Too_many_axes_are_refused() => ReadModels.Body(
        "double y", string.Join("\n", Enumerable.Range(1, 70).Select(i => $"var v{i} = Sample(Normal(), {i});"))).Refuses(
        Rules.TooManyAxes, "Define", "The model has more than 64 different lengths and loops. Split it, or name common lengths by one Dim.");

    [Fact]
    public void One_mistake_does_not_hide_the_next()
    {
        var result = ReadModels.Body("Vector y", """
            var z = Sample(Bernoulli(0.5));
            var c = z + 1;
            Observe(y, Normal(c, 1));
            var d = Sample(Gamma(2));
            """);
        Assert.Equal([Rules.DiscreteLatent, Rules.DistributionParameters], result.Diagnostics.Select(d => d.Rule));
    }

    [Theory]
    [InlineData("var f = (double x) => x;", "A lambda")]
    [InlineData("try { } finally { }", "An exception")]
    [InlineData("return;", "return")]
    [InlineData("System.Console.WriteLine(1);", "WriteLine, which returns nothing that is used,")]
    [InlineData("var t = (1, 2);", "A tuple")]
    [InlineData("Deterministic(1.0);", "A Deterministic without a name")]
    [InlineData("Generate(Normal(0, 1));", "A generated quantity without a name")]
    [InlineData("if (y.Length > 3) { var z = Generate(Normal(0, 1)); }", "A generated quantity inside a branch")]
    public void Constructs_outside_the_language_are_named(string statement, string construct)
    {
        var diagnostic = Assert.Single(ReadModels.Body("Vector y", statement).Diagnostics);
        Assert.Equal((Rules.UnsupportedConstruct, construct), (diagnostic.Rule, diagnostic.Arguments[0]));
    }
}
