using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class LoopsToMapsTests
{
    [Fact]
    public void A_recurrence_stays_a_loop_and_what_only_reads_it_leaves_it() => PassedModels.LogDensity("Turn loops into maps", "Vector y", """
        var b = Sample(Normal(0, 1));
        var level = new Vector(y.Length);
        level[0] = 0;
        for (var t = 1; t < y.Length; t++)
        {
            level[t] = b * level[t - 1];
            Observe(y[t], Normal(level[t], 1));
        }
        """).Prints("""
        b = free.b
        target += ((-0.5 * square(b)) - 0.9189385332046728)
        level[0] = 0
        for 1 <= i < y.Length:
          level[i] = (b * level[(i - 1)])
        target += sum(1 <= i < y.Length: ((-0.5 * square((y[i] - level[i]))) - 0.9189385332046728))
        """);

    [Fact]
    public void What_a_reverse_recurrence_adds_to_other_adjoints_is_summed_outside_it() => PassedModels.LogDensity("Turn reverse loops into maps", "Vector y", """
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
          ∂variance[(i - 1)] += (free.b * ∂variance[i])
        ∂free.w += (exp(free.w) * sum(1 <= i < y.Length: (square(y[(i - 1)]) * ∂variance[i])))
        ∂free.b += sum(1 <= i < y.Length: (variance[(i - 1)] * ∂variance[i]))
        """);
}
