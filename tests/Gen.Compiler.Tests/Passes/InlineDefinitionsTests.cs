using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class InlineDefinitionsTests
{
    [Fact]
    public void A_definition_is_put_where_it_is_read_position_by_position() => PassedModels.LogDensity("Inline definitions", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var mu = Deterministic(Exp(a * price));
        Observe(sales, Normal(mu, 1));
        """).Prints("""
        a = exp(free.a)
        target += free.a
        target += (-0.2257913526447275 - (0.5 * square(exp(free.a))))
        mu[i] = exp((price[i] * exp(free.a)))  for i < price.Length
        target += ((-0.5 * square((sales[i] - exp((price[i] * exp(free.a)))))) - 0.9189385332046728)  for i < price.Length
        """);

    [Fact]
    public void An_expensive_definition_that_is_gathered_from_stays_an_array() => PassedModels.LogDensity("Inline definitions", "int[] group, Vector y, Dim groups", """
        var z = Sample(Normal(0, 1), groups);
        var dear  = Deterministic(Exp(z));
        var cheap = Deterministic(2 * z);
        Observe(y, Normal(dear[group] + cheap[group], 1));
        """).Prints("""
        z[i] = free.z[i]  for i < groups
        target += ((-0.5 * square(free.z[i])) - 0.9189385332046728)  for i < groups
        dear[i] = exp(free.z[i])  for i < groups
        cheap[i] = (2 * free.z[i])  for i < groups
        target += ((-0.5 * square((y[i] - (dear[group[i]] + (2 * free.z[group[i]]))))) - 0.9189385332046728)  for i < group.Length
        """);
}
