using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>What stands behind &amp;&amp; or ||, or in a branch that is not taken, is not read; what is read and is not there is refused by name.</summary>
public sealed class ShortCircuitTests
{
    [Theory]
    [InlineData("if (n < 3 && y[n + 100] > 0)\n    Potential(a);", 0)]
    [InlineData("Potential(n > 3 || y[n + 100] > 0 ? a : 2 * a);", 0.5)]
    [InlineData("for (var i = 0; i < k.Length; i++)\n    Potential(k[i] < 3 && y[k[i] + 100] > 0 ? 2 * a : a);", 1)]
    [InlineData("var c = n < 3 && y[n + 100] > 0;\nPotential(c ? a * y[n + 100] : a);\nif (!c)\n    Potential(a);", 1)]
    [InlineData("for (var i = 0; i < (n < 3 && y[n + 100] > 0 ? 2 : 1); i++)\n    Potential(a);", 0.5)]
    [InlineData("for (var i = 0; i < k.Length - 2; i++)\n    Potential(a * (7 / (n - 5)));\nPotential(a);", 0.5)]
    [InlineData("for (var i = 0; i < k.Length - 2; i++)\n    Potential(a * y[i] * (7 % (n - 5)));\nPotential(a);", 0.5)]
    [InlineData("Potential(n < 3 && y[n] > 0 ? a : n > 3 ? 2 * a : a * y[n]);", 1)]
    [InlineData("Potential(n > 5 && y[0] > 0 ? a * y[n] : n > 3 || y[n + 1] > 0 ? 2 * a : y[0]);", 1)]
    [InlineData("for (var i = 0; i < k.Length; i++)\n    if (n < 3)\n        Potential(Tanh(g[i]) * a);\nPotential(a);", 0.5)]
    [InlineData("var q = 0;\nfor (var i = 0; i < k.Length; i++)\n    q += n > 3 ? 1 : k[i - 1];\nPotential(a * q);", 1)]
    [InlineData("Potential(n < 3 ? a * y[g[0]] : a);", 0.5)]
    [InlineData("for (var i = 0; i < k.Length; i++)\n    if (i > 5)\n        Potential(y[n] > 0 ? 1 : Tanh(a));\nPotential(a);", 0.5)]
    public void What_is_not_evaluated_is_not_read(string statements, double wanted) => Assert.Equal(wanted, Evaluate(statements, 5, []), 1e-12);

    [Theory]
    [InlineData("if (n < 3 && y[n + 100] > 0)\n    Potential(a);", 1, "'y' is read at 101 in 'Potential(a)', but it has 2 elements (0 to 1)")]
    [InlineData("Potential(n > 3 || y[n + 100] > 0 ? a : 2 * a);", 2, "'y' is read at 102 in 'Potential(n > 3 || y[n + 100] > 0 ? a : 2 * a)', but it has 2 elements (0 to 1)")]
    [InlineData("var c = n < 0 || n >= k.Length || k[n] > 0;\nif (c && y[g[0]] > 0)\n    Potential(a * (k[g[0]] - n));", 5, "'g' is read at 0 in 'Potential(a * (k[g[0]] - n))', but it has no elements")]
    [InlineData("Potential(n < 3 && y[n] > 0 ? a : a * y[n]);", 2, "'y' is read at 2 in 'Potential(n < 3 && y[n] > 0 ? a : a * y[n])', but it has 2 elements (0 to 1)")]
    [InlineData("Potential(y[n] > 0 ? a : a);", 2, "'y' is read at 2 in 'Potential(y[n] > 0 ? a : a)', but it has 2 elements (0 to 1)")]
    [InlineData("for (var i = 0; i < n; i++)\n    Potential(y[i] > 0 && false ? 2 * a : a);", 3, "a loop reads 'y' at 0 to 2, but it has 2 elements (0 to 1)")]
    [InlineData("var b = a;\nif (k[n] > 0)\n    b = a;\nPotential(b);", 2, "'k' is read at 2 in 'if (k[n] > 0)', but it has 2 elements (0 to 1)")]
    [InlineData("Potential(a + 0 * y[n]);", 2, "'y' is read at 2 in 'Potential(a + 0 * y[n])', but it has 2 elements (0 to 1)")]
    public void What_is_evaluated_and_not_there_is_refused(string statements, int n, string message) =>
        Assert.Equal($"Short: {message}", Assert.Throws<ArgumentException>(() => Evaluate(statements, n, [])).Message);

    private static double Evaluate(string statements, int n, int[] g)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Short
            {
                [Model]
                static partial void Define(Vector y, int[] k, int[] g, int n)
                {
                    var a = Sample(Flat());
                    Potential(0 * a * (y.Length + k.Length + g.Length + n));
                    {{statements}}
                }

                public static double Evaluate(int n, int[] g) => new Short([1, 2], [4, 5], g, n).CreateLogDensity().Evaluate([0.5], new double[1]);
            }
            """);
        return (double)compiled.Type("Short").GetMethod("Evaluate")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [n, g], null)!;
    }
}
