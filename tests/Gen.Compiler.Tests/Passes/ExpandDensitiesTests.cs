using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class ExpandDensitiesTests
{
    [Fact]
    public void A_density_becomes_the_definitions_own_expression() => PassedModels.LogDensity("Expand densities", "Vector y", """
        var s = Sample(HalfNormal(1));
        Observe(y, Normal(0, s));
        """).Prints("""
        s = exp(free.s)
        target += free.s
        target += (-0.2257913526447275 - (0.5 * square(s)))
        target += (((-0.5 * square((y[i] / s))) - log(s)) - 0.9189385332046728)  for i < y.Length
        """);

    [Fact]
    public void A_stable_form_is_expanded_without_its_canonical_parameters() => PassedModels.LogDensity("Expand densities", "int[] count, Vector x", """
        var b = Sample(Normal(0, 1));
        Observe(count, Poisson(Exp(b * x)));
        """).Prints("""
        b = free.b
        target += ((-0.5 * square(b)) - 0.9189385332046728)
        target += ((((x[i] * b) * count[i]) - exp((x[i] * b))) - logGamma((count[i] + 1)))  for i < count.Length
        """);

    [Fact]
    public void Potentials_and_guards_become_terms() => PassedModels.LogDensity("Expand densities", "Vector y", """
        var b = Sample(Normal(0, 1));
        Potential(-Square(b));
        for (var i = 0; i < y.Length; i++)
            if (y[i] > 0) Potential(b * y[i]);
        """).Prints("""
        b = free.b
        target += ((-0.5 * square(b)) - 0.9189385332046728)
        target += -square(b)
        for i < y.Length:
          target += (y[i] * b)  where (0 < y[i])
        """);
}
