using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>What executes a body tells elements by where they lie, in whatever order the body gives them values.</summary>
public sealed class TraceOrderTests
{
    [Theory]
    [InlineData("backwards", "for (var i = 3; i >= 0; i--)\n    c[i] = Sample(Normal(i == 3 ? 5 : c[i + 1], 1));")]
    [InlineData("the last first", "c[3] = Sample(Normal(5, 1));\nfor (var i = 0; i < 3; i++)\n    c[i] = Sample(Normal(c[3] * i, 1));")]
    [InlineData("by data", "for (var i = 0; i < 4; i++)\n    c[p[i]] = Sample(Normal(p[i], 1));")]
    [InlineData("down columns", "var m = new Matrix(2, 2);\nfor (var j = 0; j < 2; j++)\n    for (var i = 0; i < 2; i++)\n        m[i, j] = Sample(Normal(i + 10 * j, 1));\nfor (var i = 0; i < 4; i++)\n    c[i] = m[i / 2, i % 2];", "m")]
    [InlineData("forwards", "c[0] = Sample(Normal(0, 1));\nfor (var i = 1; i < 4; i++)\n    c[i] = Sample(Normal(c[i - 1], 1));")]
    [InlineData("of a mixture along components", "for (var i = 3; i >= 0; i--)\n    c[i] = Sample(Mixture(weights, Normal(levels, 1)));")]
    [InlineData("by rows", "var m = new Matrix(2, 2);\nfor (var i = 1; i >= 0; i--)\n    m[i] = Sample(Normal(i, 1), 2);\nfor (var i = 0; i < 4; i++)\n    c[i] = m[i / 2, i % 2];", "m")]
    public void Latents_have_the_values_that_are_given(string what, string statements, string latent = "c")
    {
        using var compiled = CompiledModels.Compile(Source(
            statements, $"var trace = model.Trace(new() {{ {char.ToUpperInvariant(latent[0])} = {(latent == "m" ? "new double[,] { { 1, 2 }, { 3, 4 } }" : "new double[] { 1, 2, 3, 4 }")} }});\n"
            + "return [trace.LogDensity, model.CreateLogDensity().Evaluate([1, 2, 3, 4], new double[4]), .. trace.Quantities[\"" + latent + "\"], .. trace.Quantities[\"d\"]];"));
        var values = Run(compiled);
        Assert.True(System.Math.Abs(values[0] - values[1]) < 1e-12 * System.Math.Abs(values[0]), $"{what}: {values[0]} is not {values[1]}");
        Assert.Equal([1, 2, 3, 4, 1, 2, 3, 4], values.Skip(2));
    }

    [Fact]
    public void What_is_generated_and_computed_lies_where_it_belongs()
    {
        using var compiled = CompiledModels.Compile(Source(
            "for (var i = 0; i < 4; i++)\n    c[i] = i;\nvar g = new Vector(4);\nfor (var i = 0; i < 4; i++)\n    g[p[i]] = Generate(Normal(p[i], 1e-12));\nvar q = new Vector(5);\nfor (var i = 3; i > 0; i--)\n    q[i] = Deterministic(2.0 * i);",
            "var trace = model.Trace();\nreturn [.. trace.Quantities[\"g\"], .. trace.Quantities[\"q\"]];"));
        var values = Run(compiled);
        Assert.Equal([0, 1, 2, 3, 0, 2, 4, 6], values, (wanted, value) => System.Math.Abs(wanted - value) < 1e-10);
    }

    [Theory]
    [InlineData("for (var i = 0; i < 4; i++) c[i] = i; for (var i = 0; i < 4; i++) { Observe(y[0], Normal(i, 1)); Observe(y[0], Normal(i + 10, 1)); }")]
    [InlineData("for (var i = 0; i < 4; i++) c[i] = i; Observe(y, Normal(0, 1)); Observe(y, Normal(10, 1)); for (var i = 0; i < 3; i++)\nObserve(y[0], Normal(i, 1));")]
    public void Statements_on_one_line_take_turns(string statements)
    {
        using var compiled = CompiledModels.Compile(Source(statements, "return [.. model.Trace().Terms.Select(term => term.LogDensity), model.Trace().LogDensity, model.CreateLogDensity().Evaluate([], [])];"));
        var values = Run(compiled);
        Assert.Equal(values[^1], values[^2], 1e-12 * System.Math.Abs(values[^1]));
        Assert.Equal(values[^1], values.SkipLast(2).Sum(), 1e-12 * System.Math.Abs(values[^1]));
    }

    [Theory]
    [InlineData("for (var i = 0; i < 4; i++) c[i] = i; for (var i = 0; i < 3; i++) Observe(y[0], Normal(i, 1)); for (var i = 0; i < 4; i++) Observe(y[0], Normal(i + 10, 1));", "y[0] ~ Normal(i + 10, 1)", "y[0] ~ Normal(i, 1)")]
    [InlineData("for (var i = 0; i < 4; i++) c[i] = i; if (p[0] > 1) Observe(y, Normal(3, 1)); else Observe(y, Normal(4, 1));", "y ~ Normal(3, 1)", "y ~ Normal(4, 1)")]
    [InlineData("for (var i = 0; i < 4; i++) { c[i] = Sample(Normal(i, 1)); } var s = Sample(Normal(0, 1));", "c[i] ~ Normal(i, 1)", "s ~ Normal(0, 1)")]
    public void Statements_on_one_line_that_do_not_take_turns_are_refused(string statements, string first, string second)
    {
        using var compiled = CompiledModels.Compile(Source(statements, "model.Trace(); return [];"));
        var refusal = Assert.Throws<System.InvalidOperationException>(() => Run(compiled));
        Assert.Matches(
            $"^Chain: a trace knows statements by their lines, and '{Regex.Escape(first)}' and '{Regex.Escape(second)}' are on line \\d+ in different loops or branches; put each on a line of its own.$", refusal.Message);
    }

    private static double[] Run(CompiledModels compiled) => (double[])compiled.Type("Chain").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null)!;

    private static string Source(string statements, string run) => $$"""
        using System.Linq;
        using Gen;
        using static Gen.Modeling;

        public partial class Chain
        {
            [Model]
            static partial void Define(Vector y, int[] p, Vector weights, Vector levels)
            {
                var c = new Vector(4);
                {{statements}}
                var d = Deterministic(c * 1);
                Observe(y, Normal(Sum(c), 1));
                Potential(0.0 * (Sum((Vector)p) + Sum(weights * levels)));
            }

            public static double[] Run()
            {
                var model = new Chain([1], [2, 0, 3, 1], [0.4, 0.6], [0, 2]);
                {{run}}
            }
        }
        """;
}
