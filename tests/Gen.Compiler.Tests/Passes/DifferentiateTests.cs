using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class DifferentiateTests
{
    [Fact]
    public void A_term_without_carried_state_needs_no_tape() => PassedModels.LogDensity("Differentiate", "Vector price, Vector sales", """
        var a = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        Observe(sales, Normal(a * Pow(price, b), 1));
        """).Prints("""
        target = (((-0.5 * sum(i < price.Length: square((sales[i] - (exp(free.a) * exp((free.b * max(log(price[i]), -1.7976931348623157E+308)))))))) + ((-0.5 * square(free.b)) + (free.a - (0.5 * square(exp(free.a)))))) + ((-0.9189385332046728 * price.Length) - 1.1447298858494004))
        ∂free.a += ((exp(free.a) * (sum(i < price.Length: (exp((free.b * max(log(price[i]), -1.7976931348623157E+308))) * (sales[i] - (exp(free.a) * exp((free.b * max(log(price[i]), -1.7976931348623157E+308))))))) - exp(free.a))) + 1)
        ∂free.b += ((exp(free.a) * sum(i < price.Length: ((sales[i] - (exp(free.a) * exp((free.b * max(log(price[i]), -1.7976931348623157E+308))))) * (max(log(price[i]), -1.7976931348623157E+308) * exp((free.b * max(log(price[i]), -1.7976931348623157E+308))))))) - free.b)
        """);

    [Fact]
    public void A_recurrence_is_run_backwards_over_the_adjoints_of_what_it_stored() => PassedModels.LogDensity("Differentiate", "Vector y", """
        var w = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        var variance = new Vector(y.Length);
        variance[0] = 1;
        for (var t = 1; t < y.Length; t++)
            variance[t] = w * Square(y[t - 1]) + b * variance[t - 1];
        Observe(y, Normal(0, Sqrt(variance)));
        """).Prints("""
        variance[0] = 1
        for 1 <= i < y.Length:
          variance[i] = ((exp(free.w) * square(y[(i - 1)])) + (free.b * variance[(i - 1)]))
        target = where(((0 < min(i < y.Length: sqrt(variance[i]))) and (max(i < y.Length: sqrt(variance[i])) <= 1.7976931348623157E+308)), (((((-0.5 * square(free.b)) + (free.w - (0.5 * square(exp(free.w))))) + (-0.5 * sum(i < y.Length: square((y[i] / sqrt(variance[i])))))) - (0.5 * sum(i < y.Length: log(variance[i])))) + ((-0.9189385332046728 * y.Length) - 1.1447298858494004)), -Infinity)
        ∂free.w += (-square(exp(free.w)) + 1)
        ∂free.b += -free.b
        ∂variance[i] += ((-0.5 / variance[i]) + ((square((y[i] / sqrt(variance[i]))) * (1 / sqrt(variance[i]))) * where((sqrt(variance[i]) == 0), 0, (0.5 / sqrt(variance[i])))))  for i < y.Length
        for 1 <= i < y.Length downwards:
          ∂free.b += (variance[(i - 1)] * ∂variance[i])
          ∂variance[(i - 1)] += (free.b * ∂variance[i])
          ∂free.w += (exp(free.w) * (square(y[(i - 1)]) * ∂variance[i]))
        """);

    [Fact]
    public void What_was_gathered_is_scattered_back() => PassedModels.LogDensity("Differentiate", "int[] group, Vector y, Dim groups", """
        var alpha = Sample(Normal(0, 1), groups);
        Observe(y, Normal(alpha[group], 1));
        """).Prints("""
        target = (((-0.5 * sum(i < groups: square(free.alpha[i]))) + (-0.5 * sum(i < group.Length: square((y[i] - free.alpha[group[i]]))))) + ((-0.9189385332046728 * groups) + (-0.9189385332046728 * group.Length)))
        ∂free.alpha[group[i]] += (y[i] - free.alpha[group[i]])  for i < group.Length
        ∂free.alpha[i] += -free.alpha[i]  for i < groups
        """);

    [Fact]
    public void A_branch_that_was_not_taken_contributes_nothing() => PassedModels.LogDensity("Differentiate", "Vector x", """
        var s = Sample(HalfNormal(1));
        var b = Sample(Normal(0, 1));
        for (var i = 0; i < x.Length; i++)
            Potential(x[i] > 0 ? Log(b * x[i]) : s);
        """).Prints("""
        target = ((sum(i < x.Length: where((0 < x[i]), log((x[i] * free.b)), exp(free.s))) + ((-0.5 * square(free.b)) + (free.s - (0.5 * square(exp(free.s)))))) - 1.1447298858494004)
        ∂free.s += ((exp(free.s) * (sum(i < x.Length: where((0 < x[i]), 0, 1)) - exp(free.s))) + 1)
        ∂free.b += (sum(i < x.Length: where((0 < x[i]), (x[i] * (1 / (x[i] * free.b))), 0)) - free.b)
        """);
}
