using System;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Reading;
using Xunit;
using ReadModels = Gen.Compiler.Tests.Reading.ReadModels;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>A latent that is sampled element by element has a prior for each of its elements, and one: otherwise there is no such model.</summary>
public sealed class SampledElementTests
{
    /// <summary>Statements that sample a vector v, and the elements that they sample for n, k and g, in their order.</summary>
    private static readonly (string Statements, Func<int, int, int[], (int Length, int[] Elements)> Sampled)[] Models =
    [
        ("var v = new Vector(n); for (var i = 0; i < n; i++) v[i] = Sample(Normal(0, 1));", (n, _, _) => (n, Range(0, n))),
        ("var v = new Vector(n); for (var i = n - 1; i >= 0; i--) v[i] = Sample(Normal(0, 1));", (n, _, _) => (n, Range(0, n))),
        ("var v = new Vector(n); for (var i = 0; i < k; i++) v[i] = Sample(Normal(0, 1));", (n, k, _) => (n, Range(0, k))),
        ("var v = new Vector(n); for (var i = k; i < n; i++) v[i] = Sample(Normal(0, 1));", (n, k, _) => (n, Range(k, n))),
        ("var v = new Vector(n); for (var i = k; i < n; i++) v[i - k] = Sample(Normal(0, 1));", (n, k, _) => (n, Range(0, n - k))),
        ("var v = new Vector(n); for (var i = 0; i < k; i++) v[i] = Sample(Normal(0, 1)); for (var i = k; i < n; i++) v[i] = Sample(Normal(1, 1));", (n, k, _) => (n, [.. Range(0, k), .. Range(k, n)])),
        ("var v = new Vector(n); for (var i = k; i < n; i++) v[i] = Sample(Normal(0, 1)); for (var i = 0; i < k; i++) v[i] = Sample(Normal(1, 1));", (n, k, _) => (n, [.. Range(0, k), .. Range(k, n)])),
        ("var v = new Vector(n); for (var i = 0; i < n; i++) v[i] = Sample(Normal(0, 1)); for (var i = 0; i < k; i++) v[i] = Sample(Normal(1, 1));", (n, k, _) => (n, [.. Range(0, n), .. Range(0, k)])),
        ("var v = new Vector(n); v[0] = Sample(Normal(0, 1)); for (var i = 1; i < k; i++) v[i] = Sample(Normal(v[i - 1], 1));", (n, k, _) => (n, [0, .. Range(1, k)])),
        ("var v = new Vector(n); v[0] = Sample(Normal(0, 1)); for (var i = 1; i < n - 1; i++) v[i] = Sample(Normal(v[i - 1], 1));", (n, _, _) => (n, [0, .. Range(1, n - 1)])),
        ("var v = new Vector(n); v[k] = Sample(Normal(0, 1));", (n, k, _) => (n, [k])),
        ("var v = new Vector(n); v[..k] = Sample(Normal(0, 1), k); v[k..] = Sample(Normal(1, 1), n - k);", (n, k, _) => (n, [.. Range(0, k), .. Range(k, n)])),
        ("var v = new Vector(n); for (var i = 0; i < g.Length; i++) v[g[i]] = Sample(Normal(0, 1));", (n, _, g) => (n, g)),
        ("var v = new Vector(n); v[k] = Sample(Normal(0, 1)); for (var i = 0; i < g.Length; i++) v[g[i]] = Sample(Normal(0, 1));", (n, k, g) => (n, [k, .. g])),
        ("var v = new Vector(n * k); for (var i = 0; i < n; i++) for (var j = 0; j < k; j++) v[i * k + j] = Sample(Normal(0, 1));", (n, k, _) => (n * k, Range(0, n < 0 || k < 0 ? 0 : n * k))),
        ("var v = new Vector(2 * n); for (var i = 0; i < n; i++) v[2 * i] = Sample(Normal(0, 1)); for (var i = 0; i < k; i++) v[2 * i + 1] = Sample(Normal(1, 1));", (n, k, _) => (2 * n, [.. Range(0, n).Select(i => 2 * i), .. Range(0, k).Select(i => 2 * i + 1)])),
    ];

    private static readonly int[][] Indices = [[], [0], [1, 0], [0, 2, 1], [0, 0], [0, 1, 3], [0, 3, 3]];

    [Fact]
    public void A_model_is_one_exactly_where_each_element_is_sampled_once()
    {
        using var compiled = CompiledModels.Compile([.. Models.Select((model, i) => Source($"M{i}", model.Statements))]);
        var (all, tried) = (0, 0);
        foreach (var (model, i) in Models.Select((model, i) => (model, i)))
        {
            var run = compiled.Type($"M{i}").GetMethod("Run")!;
            foreach (var (n, k, g) in from n in Enumerable.Range(-1, 5) from k in Enumerable.Range(-1, 5) from g in Indices select (n, k, g))
            {
                var (length, elements) = model.Sampled(n, k, g);
                var isWhole = length >= 0 && elements.Order().SequenceEqual(Enumerable.Range(0, length));
                string? refusal = null;
                try
                {
                    run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [n, k, g], null);
                }
                catch (ArgumentException fault)
                {
                    refusal = fault.Message;
                }

                // A length or a loop's first position that is negative is refused before, whatever is sampled then.
                var isRight = isWhole == refusal is null || isWhole && (n < 0 || k < 0);
                Assert.True(isRight, $"n = {n}, k = {k}, g = [{string.Join(", ", g)}]: {refusal ?? "accepted"}\n{model.Statements}");
                Assert.True(refusal is null || refusal.StartsWith($"M{i}: ", StringComparison.Ordinal), refusal);
                (all, tried) = (all + (isWhole ? 1 : 0), tried + 1);
            }
        }

        Assert.InRange(all, tried / 20, tried / 2);
    }

    [Fact]
    public void The_message_names_the_first_element_without_a_prior()
    {
        using var compiled = CompiledModels.Compile([
            Source("Vectors", "var v = new Vector(n); for (var i = 0; i < k; i++) v[i] = Sample(Normal(0, 1));"),
            Source("Matrices", "var v = new Matrix(n, n); for (var i = 0; i < n; i++) for (var j = 0; j < k; j++) v[i, j] = Sample(Normal(0, 1));"),
            Source("Twice", "var v = new Vector(n); for (var i = 0; i < n; i++) v[i] = Sample(Normal(0, 1)); for (var i = 0; i < k; i++) v[i] = Sample(Normal(1, 1));")]);
        Assert.Equal("Vectors: 'v[2]' is sampled by no statement, so it would have no prior: sample every element of 'v', or make it no longer than what is sampled", Message("Vectors"));
        Assert.Equal("Matrices: 'v[0, 2]' is sampled by no statement, so it would have no prior: sample every element of 'v', or make it no longer than what is sampled", Message("Matrices"));
        Assert.Equal("Twice: 'v[0]' is assigned in 'v[i] ~ Normal(0, 1)' and again in 'v[i] ~ Normal(1, 1)': an element is given its value once, so choose between the two by ?: or by if and else", Message("Twice"));

        string Message(string model) => Assert.Throws<ArgumentException>(
            () => compiled.Type(model).GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [3, 2, Array.Empty<int>()], null)).Message;
    }

    [Theory]
    [InlineData("var v = new Vector(y.Length);\nfor (var t = 1; t < y.Length; t++)\n    v[t] = Sample(Normal(v[t - 1], 1));", "no statement samples its first element")]
    [InlineData("var v = new Vector(3);\nv[0] = Sample(Normal(0, 1));\nv[1] = Sample(Normal(0, 1));", "no statement samples its last element")]
    [InlineData("var v = new Matrix(y.Length, 3);\nfor (var t = 0; t < y.Length; t++)\n    for (var j = 1; j < 3; j++)\n        v[t, j] = Sample(Normal(0, 1));", "no statement samples its first element")]
    public void What_statements_alone_tell_is_a_diagnostic(string statements, string reason) => ReadModels.Body("Vector y", $"{statements}\nObserve(y, Normal(Sum(v), 1));").Refuses(
        Rules.SampledInPart, "Sample(Normal(" + (statements.Contains("v[t - 1]") && !statements.Contains("v[0]") ? "v[t - 1], 1))" : "0, 1))"),
        $"'v' is sampled in part: {reason}. What is not sampled would have no prior; sample every element, or make 'v' no longer than what is sampled.");

    [Theory]
    [InlineData("var v = new Matrix(y.Length, y.Length);\nfor (var t = 0; t < y.Length; t++)\n    v[t, t] = Sample(Normal(0, 1));", 2, false)]
    [InlineData("var v = new Matrix(y.Length, y.Length);\nfor (var t = 0; t < y.Length; t++)\n    v[t, t] = Sample(Normal(0, 1));", 1, true)]
    public void A_matrix_is_asked_element_by_element(string statements, int length, bool isWhole)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;
            public partial class M
            {
                [Model]
                static partial void Define(Vector y)
                {
                    {{statements}}
                    Observe(y, Normal(Sum(v), 1));
                }

                public static int Run(int length) => new M(new Vector(length)).CreateLogDensity().Dimension;
            }
            """);
        int Run() => (int)compiled.Type("M").GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [length], null)!;
        if (isWhole)
        {
            Assert.Equal(length * length, Run());
        }
        else
        {
            Assert.Contains("is sampled by no statement", Assert.Throws<ArgumentException>(() => Run()).Message, StringComparison.Ordinal);
        }
    }

    private static int[] Range(int from, int to) => [.. Enumerable.Range(from, Math.Max(to - from, 0))];

    private static string Source(string name, string statements) => $$"""
        using Gen;
        using static Gen.Modeling;
        public partial class {{name}}
        {
            [Model]
            static partial void Define(int n, int k, int[] g)
            {
                {{statements}}
                Potential(Sum(v) * (n + k + g.Length));
            }

            public static void Run(int n, int k, int[] g) => _ = new {{name}}(n, k, g);
        }
        """;
}
