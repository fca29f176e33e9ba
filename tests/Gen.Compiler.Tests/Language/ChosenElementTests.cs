using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>
/// Latents and draws choose among elements whose order the constructor goes through: which are read, it does not know, so that each may be; what is recorded is what the
/// body has, 0 where nothing has given an element a value.
/// </summary>
public sealed class ChosenElementTests
{
    private const string Pairs = "var v = Sample(Normal(0, 1), 4);\nvar w = new Vector(4);\nfor (var i = 0; i < 2; i++)\n{\n    w[2 * i] = v[i];\n    w[2 * i + 1] = -v[i];\n}\n";
    private const string Tree = "var v = Sample(Normal(0, 1), 4);\nvar w = new Vector(4);\nw[0] = v[0];\nfor (var i = 1; i < 4; i++)\n    w[i] = w[k[i]] + v[i];\n";
    private const string Walk = "var v = new Vector(4);\nv[0] = Sample(Normal(0, 1));\nfor (var i = 1; i < 4; i++)\n    v[i] = Sample(Normal(v[k[i]], 1));\n";
    private const string Some = "var v = Sample(Normal(0, 1), 4);\nvar w = new Vector(6);\nfor (var i = 0; i < 2; i++)\n{\n    w[k[i]] = v[i];\n    w[k[i + 2] + 2] = -v[i];\n}\n";
    private const string Rows = "var v = Sample(Normal(0, 1), 4);\nvar m = new Matrix(4, 2);\nvar q = new Vector(4);\nfor (var i = 0; i < 4; i++)\n{\n    m[k[i], 0] = v[i];\n    m[k[i], 1] = 2 * v[i];\n    q[i] = Deterministic(m[k[i], ArgMax(v) % 2]);\n}";

    [Theory]
    [InlineData(Pairs + "var q = Deterministic(w[ArgMax(v)]);", new[] { 0, 0, 1, 1 })]
    [InlineData(Tree + "var q = Deterministic(w[ArgMax(v)]);", new[] { 0, 0, 1, 1 })]
    [InlineData(Tree + "var q = new Vector(3);\nfor (var i = 0; i < 3; i++)\n    q[i] = Deterministic(w[i < 1 ? i : k[ArgMax(v)]]);", new[] { 0, 0, 1, 2 })]
    [InlineData(Walk + "var q = Deterministic(v[ArgMax(v)] + v[ArgMin(v)]);", new[] { 0, 0, 1, 1 })]
    [InlineData(Some + "var q = Deterministic(w[ArgMax(v) + 2]);", new[] { 0, 1, 2, 0 })]
    [InlineData(Rows, new[] { 2, 0, 3, 1 })]
    public void What_latents_choose_is_recorded_as_the_body_has_it(string statements, int[] k)
    {
        using var compiled = Compile(statements, "public static object Run(int[] k) => new Chosen(k).Sample(seed: 1, chains: 1, tune: 30, draws: 12);\n    public static ModelTrace At(int[] k, double[] v) => new Chosen(k).Trace(new() { V = v });");
        var posterior = (ModelPosterior)Call(compiled, "Run", k)!;
        var (latent, recorded) = (posterior.Quantities.Single(quantity => quantity.Name == "v"), posterior.Quantities.Single(quantity => quantity.Name == "q"));
        HashSet<double> found = [];
        for (var draw = 0; draw < 12; draw++)
        {
            double[] v = [.. Enumerable.Range(0, 4).Select(i => latent.Element(i)[draw])];
            var body = ((ModelTrace)Call(compiled, "At", k, v)!).Quantities["q"];
            Assert.Equal(body, Enumerable.Range(0, recorded.Size).Select(i => recorded.Element(i)[draw]));
            found.UnionWith(body);
        }

        Assert.True(found.Count > 2, string.Join(", ", found));
    }

    /// <summary>A transition matrix that is filled as two statements are, and a forecast of states by it: here they alternate for certain.</summary>
    [Fact]
    public void Drawn_states_choose_the_rows_of_what_was_filled()
    {
        const string Forecast = """
            var p = Sample(Beta(5, 2), 2);
            var a = new Matrix(2, 2);
            for (var i = 0; i < 2; i++)
            {
                a[i, i] = p[i] - p[i];
                a[i, 1 - i] = 1;
            }

            var f = new Vector(k.Length);
            for (var h = 0; h < k.Length; h++)
                f[h] = Generate(Categorical(a[(int)(h == 0 ? 0 : f[h - 1])]));
            """;
        using var compiled = Compile(Forecast, """
            public static double[] Drawn(int[] k) => new Chosen(k).Draw(seed: 1).F.ToArray();
                public static double[] Traced(int[] k) => new Chosen(k).Trace().Quantities["f"];
                public static double[] Recorded(int[] k) => new Chosen(k).Sample(seed: 1, chains: 1, tune: 10, draws: 10).F.Mean.ToArray();
            """);
        foreach (var run in new[] { "Drawn", "Traced", "Recorded" })
        {
            Assert.Equal([1.0, 0, 1, 0], (double[])Call(compiled, run, new int[4])!);
        }
    }

    [Theory]
    [InlineData("var v = Sample(Normal(0, 1), 4);\nvar w = new Vector(4);\nw[k[0]] = v[0];\nvar q = Deterministic(w[ArgMax(v)]);\nw[k[1]] = v[1];", new[] { 0, 2 }, "'w[2]' may be what latents or draws choose in 'q = w[ArgMax(v)]' before 'w[k[1]] = v[1]' gives it its value: let them choose among elements that have theirs")]
    [InlineData(Rows, new[] { 2, 0, 2, 1 }, "'m[2, 0]' is assigned twice in 'm[k[i], 0] = v[i]': 'k' must name each element once")]
    [InlineData("var v = Sample(Normal(0, 1), 4);\nvar m = new Matrix(2, 2);\nvar q = Deterministic(m[k[0], ArgMax(v) % 2]);\nm[k[1], 1] = v[0];", new[] { 1, 1 }, "'m[1, 1]' may be what latents or draws choose in 'q = m[k[0], ArgMax(v) % 2]' before 'm[k[1], 1] = v[0]' gives it its value: let them choose among elements that have theirs")]
    [InlineData("var v = Sample(Normal(0, 1), 4);\nvar m = new Matrix(2, 2);\nvar q = Deterministic(m[k[0], ArgMax(v) % 2]);\nm[k[1], 1] = v[0];", new[] { 1, 0 }, null)]
    [InlineData("var z = Generate(Categorical([0.5, 0.5]));\nvar f = new Vector(k.Length);\nfor (var i = 0; i < k.Length; i++)\n    f[i] = Generate(Normal(i > 1 ? f[(int)z] : k[i], 1));", new[] { 0, 0, 0 }, "'f[2]' may be what latents or draws choose in 'f[i] ~ Normal(i > 1 ? f[(int)z] : k[i], 1)' before 'f[i] ~ Normal(i > 1 ? f[(int)z] : k[i], 1)' gives it its value: let them choose among elements that have theirs")]
    public void What_may_be_chosen_has_its_value(string statements, int[] k, string? refusal)
    {
        using var compiled = Compile(statements, "public static void Run(int[] k) => new Chosen(k);");
        if (refusal is null)
        {
            Call(compiled, "Run", k);
        }
        else
        {
            Assert.Equal("Chosen: " + refusal, Assert.Throws<ArgumentException>(() => Call(compiled, "Run", k)).Message);
        }
    }

    private static object? Call(CompiledModels compiled, string method, params object[] arguments) =>
        compiled.Type("Chosen").GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static CompiledModels Compile(string statements, string members) => CompiledModels.Compile($$"""
        using Gen;
        using static Gen.Modeling;

        public partial class Chosen
        {
            [Model]
            static partial void Define(int[] k)
            {
                {{statements}}
                var used = Deterministic(0.0 + k.Length);
            }

            {{members}}
        }
        """);
}
