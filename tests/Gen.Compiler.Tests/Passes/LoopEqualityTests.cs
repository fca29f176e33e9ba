using Gen.Compiler.Ir;
using Xunit;

namespace Gen.Compiler.Tests.Passes;

/// <summary>A loop that fills an array element by element and the vector expression that says the same are the same program.</summary>
public sealed class LoopEqualityTests
{
    private const string Parameters = "Vector price, Vector sales";
    private const string Latents = "var a = Sample(HalfNormal(1)); var b = Sample(Normal(0, 1));";

    [Fact]
    public void A_loop_that_maps_is_the_vector_expression() => Same(
        "var mu = Deterministic(a * Pow(price, b)); Observe(sales, Normal(mu, 1));",
        "var mu = new Vector(price.Length); for (var i = 0; i < price.Length; i++) mu[i] = a * Pow(price[i], b); Observe(sales, Normal(mu, 1));");

    [Fact]
    public void Several_statements_of_one_loop_are_a_vector_expression_each() => Same(
        """
        var eta = new Vector(price.Length);
        var mu = new Vector(price.Length);
        for (var i = 0; i < price.Length; i++)
        {
            eta[i] = b * price[i];
            mu[i] = a * Exp(eta[i]);
        }

        Observe(sales, Normal(mu, 1));
        """,
        "var eta = Deterministic(b * price); var mu = Deterministic(a * Exp(eta)); Observe(sales, Normal(mu, 1));");

    [Fact]
    public void A_likelihood_written_element_by_element_is_the_vectors_when_it_is_simplified()
    {
        var loop = Print("Simplify", "Observe(sales[0], Normal(a, 1)); for (var i = 1; i < sales.Length; i++) Observe(sales[i], Normal(a * price[i], 1));");
        Assert.Contains("sum(1 <= i < price.Length: square((sales[i] - (price[i] * exp(free.a)))))", loop, System.StringComparison.Ordinal);
        Assert.DoesNotContain("for ", loop, System.StringComparison.Ordinal);
    }

    private static void Same(string one, string other) => Assert.Equal(Print("Turn loops into maps", one), Print("Turn loops into maps", other));

    private static string Print(string pass, string statements) => IrPrinter.Print(PassedModels.LogDensity(pass, Parameters, Latents + statements));
}
