using System.Linq;
using Gen.Compiler.Ir;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class StatementTests
{
    private const string Demand = """
        var a     = Sample(Gamma(mu: 100, sigma: 40));
        var b     = Sample(Normal(0, 1));
        var sigma = Sample(HalfNormal(1));
        var mu    = Deterministic(a * Pow(price, b));
        Observe(sales, Normal(mu, sigma));
        """;

    [Fact]
    public void Demand_has_latents_a_deterministic_and_a_likelihood() => ReadModels.Body("Vector price, Vector sales", Demand).Prints("""
        a ~ Gamma.FromMoments(100, 40)
        b ~ Normal(0, 1)
        sigma ~ HalfNormal(1)
        mu[i] = (a * pow(price[i], b))  for i < price.Length
        observe sales[i] ~ Normal(mu[i], sigma)  for i < price.Length
        require price.Length == sales.Length
        """);

    [Fact]
    public void Parameters_know_what_the_model_does_with_them()
    {
        var model = ReadModels.Body("Vector price, Vector sales", Demand).Model!;
        Assert.Equal([false, true], model.Parameters.Select(p => p.IsObserved));
        Assert.Equal("""
            data price[price.Length]
            data sales[price.Length]
            latent a
            latent b
            latent sigma
            deterministic mu[price.Length]
            """.ReplaceLineEndings("\n"), IrPrinter.PrintArrays(model));
        Assert.Equal(
            ["a ~ Gamma(mu: 100, sigma: 40)", "b ~ Normal(0, 1)", "sigma ~ HalfNormal(1)", "mu = a * Pow(price, b)", "sales ~ Normal(mu, sigma)"],
            model.Sites.Select(site => site.Text));
        Assert.Equal(new ModelName("", "M", "public", "Define", "static") { Members = ["Define"] }, model.Name);
    }

    [Fact]
    public void LinearRegression_multiplies_by_a_matrix_and_labels_its_coefficients()
    {
        var result = ReadModels.Body("[Dims(\"row\", \"feature\")] Matrix x, [Dims(\"row\")] Vector y, Dim feature", """
            var alpha = Sample(Normal(0, 10));
            var beta  = Sample(Normal(0, 10), feature);
            var sigma = Sample(HalfNormal(1));
            Observe(y, Normal(alpha + Dot(x, beta), sigma));
            """);
        result.Prints("""
            alpha ~ Normal(0, 10)
            beta[i] ~ Normal(0, 10)  for i < x.Columns
            sigma ~ HalfNormal(1)
            observe y[i] ~ Normal((alpha + sum(j < x.Columns: (x[i, j] * beta[j]))), sigma)  for i < x.Rows
            require x.Rows == y.Length
            require x.Columns == feature
            """);
        Assert.Equal([2], result.Model!.Arrays.Single(array => array.Name == "beta").Dims);
        Assert.Equal("both lie along 'row'", result.Model.Checks[0].Reason);
    }

    [Fact]
    public void AbTest_observes_counts() => ReadModels.Body("int visitorsA, int conversionsA, int visitorsB, int conversionsB", """
        var pA = Sample(Beta(1, 1));
        var pB = Sample(Beta(1, 1));
        Observe(conversionsA, Binomial(visitorsA, pA));
        Observe(conversionsB, Binomial(visitorsB, pB));
        var difference = Deterministic(pB - pA);
        """).Prints("""
        pA ~ Beta(1, 1)
        pB ~ Beta(1, 1)
        observe conversionsA ~ Binomial(visitorsA, pA)
        observe conversionsB ~ Binomial(visitorsB, pB)
        difference = (pB - pA)
        """);

    [Fact]
    public void EightSchools_centred() => ReadModels.Body("Vector effect, Vector error, Dim school", """
        var mu    = Sample(Normal(0, 5));
        var tau   = Sample(HalfCauchy(5));
        var theta = Sample(Normal(mu, tau), school);
        Observe(effect, Normal(theta, error));
        """).Prints("""
        mu ~ Normal(0, 5)
        tau ~ HalfCauchy(5)
        theta[i] ~ Normal(mu, tau)  for i < effect.Length
        observe effect[i] ~ Normal(theta[i], error[i])  for i < effect.Length
        require effect.Length == school
        require effect.Length == error.Length
        """);

    [Fact]
    public void EightSchools_not_centred() => ReadModels.Body("Vector effect, Vector error", """
        var mu    = Sample(Normal(0, 5));
        var tau   = Sample(HalfCauchy(5));
        var z     = Sample(Normal(), effect.Length);
        var theta = Deterministic(mu + tau * z);
        Observe(effect, Normal(theta, error));
        """).Prints("""
        mu ~ Normal(0, 5)
        tau ~ HalfCauchy(5)
        z[i] ~ Normal(0, 1)  for i < effect.Length
        theta[i] = (mu + (tau * z[i]))  for i < effect.Length
        observe effect[i] ~ Normal(theta[i], error[i])  for i < effect.Length
        require effect.Length == error.Length
        """);

    [Fact]
    public void Radon_gathers_by_group()
    {
        var result = ReadModels.Body("int[] county, Vector floor, Vector logRadon, Dim counties", """
            var mu    = Sample(Normal(0, 10));
            var tau   = Sample(HalfNormal(1));
            var alpha = Sample(Normal(mu, tau), counties);
            var beta  = Sample(Normal(0, 10));
            var sigma = Sample(HalfNormal(1));
            Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
            """);
        result.Prints("""
            mu ~ Normal(0, 10)
            tau ~ HalfNormal(1)
            alpha[i] ~ Normal(mu, tau)  for i < counties
            beta ~ Normal(0, 10)
            sigma ~ HalfNormal(1)
            observe logRadon[i] ~ Normal((alpha[county[i]] + (floor[i] * beta)), sigma)  for i < county.Length
            require county.Length == floor.Length
            require county.Length == logRadon.Length
            """);
    }

    [Fact]
    public void Potential_adds_a_term_and_a_density_is_an_expression() => ReadModels.Body("Vector y", """
        var s = Sample(HalfNormal(1));
        Potential(Normal(0, s).LogDensity(Sum(y)));
        Potential(-0.5 * Square(y - s));
        """).Prints("""
        s ~ HalfNormal(1)
        potential (((-0.5 * square((sum(i < y.Length: y[i]) / s))) - log(s)) - 0.9189385332046728)
        potential (-0.5 * square((y[i] - s)))  for i < y.Length
        """);
}
