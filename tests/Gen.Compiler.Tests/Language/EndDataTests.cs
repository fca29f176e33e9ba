using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Ends that data decide are in order, and a mode lies between them, or the model is refused.</summary>
public sealed class EndDataTests
{
    [Theory]
    [InlineData("var b = Sample(Uniform(low, high));", 1.0, "upper of Uniform must be above lower in 'b ~ Uniform(low, high)'; high is 1")]
    [InlineData("var b = Sample(Truncated(Normal(a, 1), low, high));", -2.0, "upper of Truncated must be above lower in 'b ~ Truncated(Normal(a, 1), low, high)'; high is -2")]
    [InlineData("var b = Sample(Ordered(Uniform(low, 5), 2)); Potential(high * b[0]);", -7.0, null)]
    [InlineData("var b = Sample(Triangular(low, 5, high));", 7.0, "c of Triangular must lie between lower and upper in 'b ~ Triangular(low, 5, high)'; high is 7")]
    [InlineData("Observe(y, Uniform(low, high + 0 * y + a));", -7.0, null)]
    [InlineData("Potential(high * Sum(Truncated(Normal(a, 1), 2 * low - 10, ends).LogDensity(y)));", 0.0, "upper of Truncated must be above lower in 'Potential(high * Sum(Truncated(Normal(a, 1), 2 * low - 10, ends).LogDensity(y)))'; ends[1] is -9")]
    [InlineData("Potential(Truncated(Poisson(Exp(a)), low + 0.5, high).LogDensity(2));", 1.75, "upper of Truncated must have a whole number between it and lower in 'Potential(Truncated(Poisson(Exp(a)), low + 0.5, high).LogDensity(2))'; high is 1.75")]
    public void Out_of_order_are_refused(string statements, double high, string? refusal)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Between
            {
                [Model]
                static partial void Define(Vector y, double low, double high, Vector ends)
                {
                    var a = Sample(Normal(0, 1));
                    {{statements}}
                    Potential(1e-9 * a * (Sum(y) + low + high + Sum(ends)));
                }

                public static void Make(double high) => new Between([1, 2], 1, high, [3, -9]);
            }
            """);
        void Make() => compiled.Type("Between").GetMethod("Make")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [high], null);
        if (refusal is null)
        {
            Make();
        }
        else
        {
            Assert.Equal("Between: " + refusal, Assert.Throws<ArgumentException>(Make).Message);
        }
    }
}
