using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Xunit;

namespace Gen.Analyzers.Tests;

public class ParameterRangeTests
{
    [Theory]
    [InlineData("HalfNormal([|-1|])", "'sigma' of HalfNormal must be positive, but it is -1.")]
    [InlineData("Normal(0, [|0|])", "'sigma' of Normal must be positive, but it is 0.")]
    [InlineData("Normal(0, tau: [|1 - 3|])", "'tau' of Normal must be positive, but it is -2.")]
    [InlineData("Beta(mu: [|1.5|], nu: 2)", "'mu' of Beta must lie between 0 and 1, but it is 1.5.")]
    [InlineData("Normal(0, [|-Exp(y)|])", "'sigma' of Normal must be positive, but '-Exp(y)' never does.")]
    public Task A_value_out_of_range_is_an_error(string distribution, string message) => ModelTest.Breaks("GEN1001", message, Prior(distribution));

    [Fact]
    public Task A_probability_above_one_is_an_error_in_a_likelihood() => ModelTest.Breaks(
        "GEN1001", "'p' of Bernoulli must lie between 0 and 1, but it is 2.",
        ModelTest.Model("bool y", "Observe(y, Bernoulli([|2|]));"));

    [Theory]
    [InlineData("lower: [|1.5|]", "'lower' of Censored must be a whole number, but it is 1.5.")]
    [InlineData("1, [|6.5|]", "'upper' of Censored must be a whole number, but it is 6.5.")]
    public Task An_end_of_censored_counts_is_one_of_them(string ends, string message) => ModelTest.Breaks(
        "GEN1001", message, ModelTest.Model("Vector y", $"var a = Sample(Gamma(2, 1)); Observe(y, Censored(Poisson(a), {ends}));"));

    [Theory]
    [InlineData("Normal(0, 1)", "'spread' is sampled from Normal(0, 1), which is negative half of the time. Use HalfNormal(1)?")]
    [InlineData("Normal(mu: 0, tau: 4)", "'spread' is sampled from Normal(mu: 0, tau: 4), which is negative half of the time. Use HalfNormal(tau: 4)?")]
    [InlineData("Normal(sigma: 2)", "'spread' is sampled from Normal(sigma: 2), which is negative half of the time. Use HalfNormal(2)?")]
    [InlineData("Cauchy(0, 5)", "'spread' is sampled from Cauchy(0, 5), which is negative half of the time. Use HalfCauchy(5)?")]
    [InlineData("Normal(1, 1)", "'spread' is sampled from Normal(1, 1), which is negative 16 % of the time. Use Exp(spread)?")]
    [InlineData("Normal(50, 1)", "'spread' is sampled from Normal(50, 1), which can be negative. Use Exp(spread)?")]
    [InlineData("StudentT(4, 0, 1)", "'spread' is sampled from StudentT(4, 0, 1), which can be negative. Use HalfStudentT(4, sigma: 1)?")]
    [InlineData("StudentT(4, 1, 1)", "'spread' is sampled from StudentT(4, 1, 1), which can be negative. Use Exp(spread)?")]
    [InlineData("Laplace(0, 2)", "'spread' is sampled from Laplace(0, 2), which is negative half of the time. Use Exp(spread)?")]
    [InlineData("Flat()", "'spread' is sampled from Flat(), which can be negative. Use Exp(spread)?")]
    [InlineData("Flat(lower: -1)", "'spread' is sampled from Flat(lower: -1), which can be negative.")]
    [InlineData("Uniform(-1, 1)", "'spread' is sampled from Uniform(-1, 1), which can be negative.")]
    public Task A_scale_that_can_be_negative_is_named_with_its_prior(string prior, string reason) => ModelTest.Breaks(
        "GEN1002", "'sigma' of Normal must be positive; " + reason,
        ModelTest.Model("Vector y", $"var spread = Sample({prior}); Observe(y, Normal(0, [|spread|]));"));

    [Theory]
    [InlineData("b + b0 * x", "'mu' of Poisson must not be negative; 'b + b0 * x' can be negative, since 'b' is sampled from Normal(0, 1). Use Exp(b + b0 * x)?")]
    [InlineData("2 * b", "'mu' of Poisson must not be negative; '2 * b' can be negative, since 'b' is sampled from Normal(0, 1). Use Exp(2 * b)?")]
    [InlineData("s - 1", "'mu' of Poisson must not be negative; 's - 1' can be negative.")]
    public Task An_expression_that_can_be_negative_is_named(string mean, string message) => ModelTest.Breaks(
        "GEN1002", message, ModelTest.Model("Vector x, int[] y", $"""
            var b = Sample(Normal(0, 1));
            var b0 = Sample(Normal(0, 1));
            var s = Sample(HalfNormal(1));
            Potential(b * b0 * s * Sum(x));
            Observe(y, Poisson([|{mean}|]));
            """));

    [Fact]
    public Task A_probability_that_can_be_anything_is_named() => ModelTest.Breaks(
        "GEN1002", "'p' of Bernoulli must lie between 0 and 1; 'Dot(x, beta)' can be negative, since 'beta' is sampled from Normal(0, 1). Use InverseLogit(Dot(x, beta))?",
        ModelTest.Model("Matrix x, int[] y", "var beta = Sample(Normal(0, 1), x.Columns); Observe(y, Bernoulli([|Dot(x, beta)|]));"));

    [Theory]
    [InlineData("Gamma(2, 1)", "sigma' of Normal must be positive; 'Log(b)' can be negative.", "Normal(0, [|Log(b)|])")]
    [InlineData("Beta(2, 1)", "p' of Bernoulli must lie between 0 and 1; 'Logit(b)' can be negative.", "Bernoulli([|Logit(b)|])")]
    public Task The_inverse_of_what_was_written_is_no_advice(string prior, string message, string distribution) => ModelTest.Breaks(
        "GEN1002", $"'{message}", ModelTest.Model("int[] y", $"var b = Sample({prior}); Observe(y, {distribution});"));

    [Fact]
    public Task A_deterministic_is_judged_by_what_it_is() => ModelTest.Breaks(
        "GEN1002", "'sigma' of Normal must be positive; 'scale' can be negative, since 'b' is sampled from Normal(0, 1). Use Exp(scale)?",
        ModelTest.Model("Vector y", "var b = Sample(Normal(0, 1)); var scale = Deterministic(3 * b); Observe(y, Normal(0, [|scale|]));"));

    [Theory]
    [InlineData("Normal(0, sigma * yErr)")]
    [InlineData("Normal(0, yErr)")]
    [InlineData("Normal(0, sigma - yErr)")]
    [InlineData("Normal(0, Exp(b))")]
    [InlineData("Normal(0, Square(b))")]
    [InlineData("Normal(0, Abs(b) + 0.1)")]
    [InlineData("Normal(0, sigma * Sqrt(1 - Square(p)))")]
    [InlineData("Normal(0, sigma - sigma * p)")]
    [InlineData("Normal(0, Where(0 < b, b, 1))")]
    [InlineData("Normal(0, Max(b, 0.01))")]
    [InlineData("Normal(0, tau: 1 / Square(sigma))")]
    [InlineData("Gamma(mu: Log1pExp(b), sigma: sigma)")]
    [InlineData("Normal(0, Sum(w) + sigma)")]
    [InlineData("Normal(0, top - within)")]
    public Task Nothing_is_said_where_the_value_is_in_range_or_data_decide(string likelihood) => ModelTest.IsClean(ModelTest.Model("Vector yErr, Vector y", $"""
        var b = Sample(Normal(0, 1));
        var sigma = Sample(HalfNormal(1));
        var p = Sample(Beta(1, 1));
        var w = Sample(Exponential(1), 3);
        var top = Sample(HalfNormal(1));
        var within = Sample(Uniform(0, top));
        Potential(b * sigma * p * within * Sum(w) * Sum(yErr));
        Observe(y, {likelihood});
        """));

    [Fact]
    public Task A_recurrence_of_variances_is_positive() => ModelTest.IsClean(ModelTest.Model("Vector y, double sigma1", """
        var mu = Sample(Normal(0, 10));
        var w = Sample(HalfNormal(5));
        var a = Sample(Uniform(0, 1));
        var b = Sample(Uniform(0, 1));
        var sigma = Zeros(y.Length);
        sigma[0] = sigma1;
        for (var t = 1; t < y.Length; t++)
        {
            sigma[t] = Sqrt(w + a * Square(y[t - 1] - mu) + b * Square(sigma[t - 1]));
        }

        Observe(y, Normal(mu, sigma));
        """));

    [Fact]
    public Task Ends_the_wrong_way_round_are_an_error() => ModelTest.Breaks(
        "GEN1005", "'lower' of Uniform must be less than 'upper', but 2 is not less than 1.", Prior("[|Uniform(2)|]"));

    [Fact]
    public Task A_normal_scale_becomes_half_normal() => ModelTest.Fixes(
        "GEN1002",
        ModelTest.Model("Vector y", "var spread = Sample(Normal(0, 2.5)); Observe(y, Normal(0, [|spread|]));"),
        ModelTest.Model("Vector y", "var spread = Sample(HalfNormal(2.5)); Observe(y, Normal(0, spread));"));

    [Fact]
    public Task A_linear_predictor_is_wrapped() => ModelTest.Fixes(
        "GEN1002",
        ModelTest.Model("Vector x, int[] y", "var b = Sample(Normal(0, 1)); Observe(y, Poisson([|b * x|]));"),
        ModelTest.Model("Vector x, int[] y", "var b = Sample(Normal(0, 1)); Observe(y, Poisson(Exp(b * x)));"));

    private static string Prior(string distribution) => ModelTest.Model("double y", $"var z = Sample({distribution}); Observe(y, Normal(z, 1));");
}
