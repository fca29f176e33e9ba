using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>Counts that a simulation draws choose elements of others: those that are not there are refused by name, and never are others.</summary>
public sealed class DrawnIndexTests
{
    [Theory]
    [InlineData("Observe(y[t], Binomial(y[t - 1] + 1, 1 - 1e-12 * rate[y[t - 1]]));", "element 2 of 'rate', which has 2 elements")]
    [InlineData("Observe(y[t], Binomial(y[t - 1] + 1, 1 - 1e-12 * table[0, y[t - 1]]));", "column 2 of 'table', which has 2 columns")]
    [InlineData("Observe(y[t], Binomial(y[t - 1] + 1, 1 - 1e-12 * table[y[t - 1], 0]));", "row 2 of 'table', which has 2 rows")]
    [InlineData("Observe(y[t], Binomial(y[t - 1] + 1, 1 - 1e-12 * Sum(table[y[t - 1]])));", "row 2 of 'table', which has 2 rows")]
    [InlineData("Observe(y[t], Poisson(Exp(3 + 0.01 * b[y[t - 1]])));", "of 'b', which has 2 elements")]
    [InlineData("Observe(y[t], Binomial(y[t - 1] + 1, t > 1 ? 1 - 1e-12 * Sum(rate * rate[y[t - 1]]) : 0.999999999));", "element 2 of 'rate', which has 2 elements")]
    public void What_is_not_there_is_refused(string statements, string missing)
    {
        var refusal = Refusal(statements);
        Assert.StartsWith("Walk: what has been drawn chooses ", refusal, StringComparison.Ordinal);
        Assert.EndsWith(missing, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var s = 0;\nfor (var j = 0; j < y[t - 1]; j++)\n    s += 1;\nObserve(y[t], Binomial(s + 1, 0.5));")]
    [InlineData("Observe(y[t], Poisson(1 + Sum(rate[..y[t - 1]])));")]
    public void What_is_drawn_ends_nothing(string statements) =>
        Assert.Contains("Walk: 'y' decides how far something goes in 'y[t] ~ ", Refusal(statements), StringComparison.Ordinal);

    /// <summary>The same of what latents choose in what is only recorded, drawn or sampled.</summary>
    [Theory]
    [InlineData("table[0, ArgMax(s)]", "column 3 of 'table', which has 2 columns")]
    [InlineData("table[(int)s[3], 0]", "of 'table', which has 2 rows")]
    [InlineData("s[ArgMax(s) + 1]", "element 4 of 's', which has 4 elements")]
    [InlineData("s[(int)s[0] - 3]", "of 's', which has 4 elements")]
    public void What_latents_choose_is_there(string element, string missing)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Chosen
            {
                [Model]
                static partial void Define(Matrix table)
                {
                    var s = Sample(Normal([0, 0, 0, 50], 0.1));
                    var d = Deterministic(s[0] + {{element}} + table[1, 1]);
                }

                public static void Draw() => new Chosen(new double[,] { { 1, 1 }, { 1, 1 } }).Draw(seed: 1);

                public static void Infer() => new Chosen(new double[,] { { 1, 1 }, { 1, 1 } }).Sample(seed: 1, chains: 2, tune: 10, draws: 10);
            }
            """);
        foreach (var call in new[] { "Draw", "Infer" })
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => compiled.Type("Chosen").GetMethod(call)!.Invoke(null, []));
            var refusal = Assert.IsType<InvalidOperationException>(thrown.InnerException).Message;
            Assert.StartsWith("Chosen: what has been drawn chooses ", refusal, StringComparison.Ordinal);
            Assert.EndsWith(missing, refusal, StringComparison.Ordinal);
        }
    }

    private static string Refusal(string statements)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Walk
            {
                [Model]
                static partial void Define(int[] y, Vector rate, Matrix table)
                {
                    var b = Sample(Normal(0, 1), 2);
                    Potential(1e-12 * (rate[0] + table[0, 0]) * b[0]);
                    for (var t = 1; t < y.Length; t++)
                    {
                        {{statements}}
                    }
                }

                public static void Draw() => new Walk(new int[6], [1, 1], new double[,] { { 1, 1 }, { 1, 1 } }).Draw(seed: 1);
            }
            """);
        var thrown = Assert.Throws<TargetInvocationException>(() => compiled.Type("Walk").GetMethod("Draw")!.Invoke(null, []));
        return Assert.IsType<InvalidOperationException>(thrown.InnerException).Message;
    }
}
