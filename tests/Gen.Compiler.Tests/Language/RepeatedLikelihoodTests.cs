using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Data of which an element has two likelihoods have a log-density, and no simulation: whichever draw it kept, something would follow the other.</summary>
public sealed class RepeatedLikelihoodTests
{
    [Theory]
    [InlineData("Observe(y, Normal(a, 1));\nObserve(y, Normal(-a, 1));", "y[0]")]
    [InlineData("for (var i = 0; i < 2; i++)\n    Observe(y, Normal(a + i, 1));", "y[0]")]
    [InlineData("Observe(y[..2], Normal(a, 1));\nObserve(y[1..], Normal(-a, 1));", "y[1]")]
    [InlineData("for (var i = 0; i < 3; i++)\n    Observe(y[k[i]], Normal(a + i, 1));", "y[2]")]
    [InlineData("for (var i = 0; i < 2; i++)\n    Observe(y[i], Normal(a, 1));\nfor (var i = 0; i < 2; i++)\n    Observe(y[2 - i], Normal(-a, 1));", "y[1]")]
    public void Are_not_simulated(string statements, string element)
    {
        using var compiled = Compiled(statements);
        Assert.StartsWith($"Twice: '{element}' has two likelihoods", Assert.Throws<InvalidOperationException>(() => Draw(compiled, [2, 0, 2])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Observe(y[0], Normal(a, 1));\nObserve(y[1..], Normal(-a, 1));")]
    [InlineData("for (var i = 0; i < 3; i++)\n    Observe(y[k[i]], Normal(a + i, 1));")]
    [InlineData("for (var i = 0; i < 3; i++)\n{\n    if (k[i] > 0)\n        Observe(y[i], Normal(a, 1));\n    else\n        Observe(y[i], Normal(-a, 1));\n}")]
    public void But_what_has_one_each_is(string statements)
    {
        using var compiled = Compiled(statements);
        Assert.DoesNotContain(9.0, Draw(compiled, [2, 0, 1]));
    }

    private static CompiledModels Compiled(string statements) => CompiledModels.Compile($$"""
        using Gen;
        using static Gen.Modeling;

        public partial class Twice
        {
            [Model]
            static partial void Define(Vector y, int[] k)
            {
                var a = Sample(Normal(0, 1));
                {{statements}}
                Potential(1e-12 * k.Length);
            }

            public static double[] Draw(int[] k) => new Twice([9, 9, 9], k).Draw(seed: 1).Y.ToArray();
        }
        """);

    private static double[] Draw(CompiledModels compiled, int[] k) => (double[])compiled.Type("Twice").GetMethod("Draw")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [k], null)!;
}
