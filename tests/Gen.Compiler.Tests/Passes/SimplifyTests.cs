using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class SimplifyTests
{
    [Fact]
    public void Constants_are_gathered_and_factors_are_taken_out_of_sums() => PassedModels.LogDensity("Simplify", "Vector y", """
        var mu = Sample(Normal(0, 1));
        var s = Sample(HalfNormal(1));
        Observe(y, Normal(mu, s));
        """).Prints("""
        mu = free.mu
        s = exp(free.s)
        target = ((((-0.5 * (square((1 / exp(free.s))) * sum(i < y.Length: square((y[i] - free.mu))))) + ((free.s + (-0.5 * square(free.mu))) - (0.5 * square(exp(free.s))))) - (y.Length * free.s)) + ((-0.9189385332046728 * y.Length) - 1.1447298858494004))
        """);

    [Fact]
    public void A_power_of_data_takes_its_logarithm_apart_and_a_constant_power_stays() => PassedModels.LogDensity("Simplify", "Vector x, Vector y", """
        var a = Sample(HalfNormal(1));
        Potential(Sum(Pow(x, a)) + Sum(Pow(a, y)) + Pow(a, 3));
        """).Prints("""
        a = exp(free.a)
        target = ((sum(i < y.Length: exp((y[i] * free.a))) + (sum(i < x.Length: exp((exp(free.a) * max(log(x[i]), -1.7976931348623157E+308)))) + (pow(exp(free.a), 3) + (free.a - (0.5 * square(exp(free.a))))))) - 0.2257913526447275)
        """);
}
