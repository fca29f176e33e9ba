using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class RemoveDeadTests
{
    [Fact]
    public void Deterministics_and_what_only_they_need_go() => PassedModels.LogDensity("Remove dead", "Vector x", """
        var b = Sample(Normal(0, 1));
        var level = new Vector(x.Length);
        level[0] = b;
        for (var t = 1; t < x.Length; t++)
            level[t] = 0.5 * level[t - 1];
        var shown = Deterministic(Exp(level));
        """).Prints("""
        target = ((-0.5 * square(free.b)) - 0.9189385332046728)
        ∂free.b += -free.b
        """);
}
