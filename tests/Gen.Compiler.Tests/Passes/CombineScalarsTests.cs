using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class CombineScalarsTests
{
    [Fact]
    public void Additions_to_a_scalar_become_one() => PassedModels.LogDensity("Combine", "Vector y", """
        var phi = Sample(Normal(0, 1));
        var level = new Vector(y.Length);
        level[0] = phi;
        for (var t = 1; t < y.Length; t++)
            level[t] = phi * level[t - 1];
        Observe(y, Normal(level, 1));
        """).Prints("""
        level[0] = free.phi
        for 1 <= i < y.Length:
          level[i] = (free.phi * level[(i - 1)])
        target = (((-0.5 * square(free.phi)) + (-0.5 * sum(i < y.Length: square((y[i] - level[i]))))) + ((-0.9189385332046728 * y.Length) - 0.9189385332046728))
        ∂level[i] += (y[i] - level[i])  for i < y.Length
        for 1 <= i < y.Length downwards:
          ∂level[(i - 1)] += (free.phi * ∂level[i])
        ∂free.phi += (∂level[0] + (sum(1 <= i < y.Length: (level[(i - 1)] * ∂level[i])) - free.phi))
        """);
}
