using Xunit;

namespace Gen.Compiler.Tests.Passes;

public sealed class ShareReciprocalsTests
{
    [Fact]
    public void Quotients_by_one_divisor_share_its_reciprocal() => PassedModels.LogDensity("Share reciprocals", "", """
        var s = Sample(HalfNormal(1));
        var u = Sample(Normal(0, 1));
        Potential(u / (1 + s) + 2 / (3 + u));
        """).Prints("""
        target = (((2 * (1 / (free.u + 3))) + (((-0.5 * square(free.u)) + (free.s - (0.5 * square(exp(free.s))))) + (free.u * (1 / (exp(free.s) + 1))))) - 1.1447298858494004)
        ∂free.s += ((exp(free.s) * (-((1 / (exp(free.s) + 1)) * (free.u * (1 / (exp(free.s) + 1)))) - exp(free.s))) + 1)
        ∂free.u += (((1 / (exp(free.s) + 1)) - (2 * square((1 / (free.u + 3))))) - free.u)
        """);
}
