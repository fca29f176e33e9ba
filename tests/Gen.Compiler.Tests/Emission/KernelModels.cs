using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Tests.Harness;

namespace Gen.Compiler.Tests.Emission;

/// <summary>Models of the shapes that emitted kernels differ in: elementwise, gathered, recurrent, linear in a matrix, layered, and wide.</summary>
internal static class KernelModels
{
    private const int WideLatents = 60;

    public const string Profit = "[Objective] static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Demand"] = Class("Demand", "Vector price, Vector sales", """
            var a     = Sample(Gamma(mu: 100, sigma: 40));
            var b     = Sample(Normal(-1.5, 0.5));
            var sigma = Sample(HalfNormal(10));
            var mu    = Deterministic(a * Pow(price, b));
            Observe(sales, Normal(mu, sigma));
            """, Profit),
        ["Radon"] = Class("Radon", "int[] county, Vector floor, Vector logRadon, Dim counties", """
            var mu    = Sample(Normal(0, 10));
            var tau   = Sample(HalfNormal(1));
            var alpha = Sample(Normal(mu, tau), counties);
            var beta  = Sample(Normal(0, 10));
            var sigma = Sample(HalfNormal(1));
            Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
            """),
        ["Garch"] = Class("Garch", "Vector y", """
            var mu = Sample(Normal(0, 10));
            var w  = Sample(HalfNormal(1));
            var a  = Sample(Uniform(0, 1));
            var b  = Sample(Uniform(0, 1 - a));
            var variance = new Vector(y.Length);
            variance[0] = 1;
            for (var t = 1; t < y.Length; t++)
                variance[t] = w + a * Square(y[t - 1] - mu) + b * variance[t - 1];
            Observe(y, Normal(mu, Sqrt(variance)));
            """),
        ["LinearRegression"] = Class("LinearRegression", "Matrix x, Vector y", """
            var intercept = Sample(Normal(0, 10));
            var beta      = Sample(Normal(0, 1), x.Columns);
            var sigma     = Sample(HalfNormal(1));
            Observe(y, Normal(intercept + Dot(x, beta), sigma));
            """),
        ["Network"] = Class("Network", "Matrix x, Vector y, int hidden, int deeper", """
            var w1 = Sample(Normal(0, 1), x.Columns, hidden);
            var w2 = Sample(Normal(0, 1), hidden, deeper);
            var v  = Sample(Normal(0, 1), deeper);
            Observe(y, Normal(Dot(Tanh(Dot(Tanh(Dot(x, w1)), w2)), v), 1));
            """),
        ["SquareNetwork"] = Class("SquareNetwork", "Matrix x, Vector y", """
            var w1 = Sample(Normal(0, 1), x.Columns, x.Columns);
            var w2 = Sample(Normal(0, 1), x.Columns, x.Columns);
            var v  = Sample(Normal(0, 1), x.Columns);
            Observe(y, Normal(Dot(Tanh(Dot(Tanh(Dot(x, w1)), w2)), v), 1));
            """),
        ["Wide"] = Wide(),
    };

    /// <summary>A model's text as the compiler reads it.</summary>
    public static Ir.Model Read(string name) => ReadModels.From(All[name])[0].Value.Model!;

    private static string Class(string name, string parameters, string statements, string members = "") => $$"""
        using Gen;
        using static Gen.Modeling;

        /// <summary>A model.</summary>
        public partial class {{name}}
        {
            [Model]
            static partial void Define({{parameters}})
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            {{members}}
        }
        """;

    private static string Wide()
    {
        var columns = Enumerable.Range(0, WideLatents).ToArray();
        var parameters = string.Concat(columns.Select(k => $"Vector x{k}, ")) + "Vector y";
        var latents = string.Join("\n", columns.Select(k => $"var b{k} = Sample(Normal(0, 1));"));
        var mean = string.Join(" + ", columns.Select(k => $"Tanh(b{k} * x{k})"));
        return Class("Wide", parameters, $"{latents}\nObserve(y, Normal({mean}, 1));");
    }
}
