using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>A body that is executed, as the C# that it is, is the witness of what was read from it.</summary>
public sealed class ExecutionTests
{
    private static readonly Vector Y = new([0.3, -1.2, 2.1, 0.7, 1.4]);
    private static readonly Matrix X = new double[,] { { 0.5, -1, 2 }, { 1.5, 0.3, -0.7 }, { -0.2, 0.9, 1.1 }, { 0.8, -0.4, 0.6 }, { 1.2, 2.2, -1.3 } };

    [Theory]
    [InlineData("slope by rows", "Matrix x, Vector y", """
        var beta = Sample(Normal(0, 10), x.Columns);
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(Dot(x, beta) + Mean(y), sigma));
        """)]
    [InlineData("gather", "int[] group, Vector y", """
        var tau = Sample(HalfCauchy(5));
        var alpha = Sample(Normal(1, tau), Max(group) + 1);
        Observe(y[1..], Normal(alpha[group[1..]], 1 + Sd(y)));
        """)]
    [InlineData("garch", "Vector y", """
        var w = Sample(HalfNormal(1));
        var a = Sample(Uniform(0, 1));
        var sigma = new Vector(y.Length);
        sigma[0] = 1.5;
        for (var t = 1; t < y.Length; t++)
            sigma[t] = Sqrt(w + a * Square(y[t - 1]) + 0.3 * Square(sigma[t - 1]));
        Observe(y, Normal(0.1, sigma));
        """)]
    [InlineData("random walk with its first step told apart", "Vector y", """
        var s = Sample(HalfNormal(1));
        var theta = new Vector(y.Length);
        for (var t = 0; t < y.Length; t++)
        {
            theta[t] = Sample(Normal(t == 0 ? 0.5 : theta[t - 1], s));
            Observe(y[t], Normal(theta[t], 1));
        }
        """)]
    [InlineData("hidden Markov model", "Vector y, int states", """
        var theta = Sample(Beta(2, 3), states, states);
        var mu = Sample(Normal(3, 1), states);
        var gamma = Normal(mu, 1).LogDensity(y[0]);
        for (var t = 1; t < y.Length; t++)
        {
            var next = new Vector(states);
            for (var k = 0; k < states; k++)
                next[k] = LogSumExp(gamma + Log(theta[.., k])) + Normal(mu[k], 1).LogDensity(y[t]);
            gamma = next;
        }

        Potential(LogSumExp(gamma));
        """)]
    [InlineData("carried downwards, with branches and totals", "Vector y, Matrix x", """
        var b = Sample(Normal(0, 1));
        var level = 0.2;
        var total = 1.0;
        for (var t = y.Length - 1; t >= 0; t--)
        {
            if (y[t] > 0.5) level = b * level + y[t];
            else level = level - b;
            for (var j = 0; j <= t; j++)
                total += j < 3 ? level * x[t, j] : 0;
        }

        Potential(level * b + total);
        """)]
    [InlineData("triangle", "Matrix x", """
        var b = Sample(Normal(0, 1));
        var product = 1.0;
        for (var i = 0; i < x.Columns; i++)
            for (var j = 0; j < i; j++)
                product *= 1 + b * x[i, j];
        Potential(product);
        """)]
    [InlineData("collections and running totals", "Vector y", """
        var k = Sample(Normal(0, 1));
        var delta = Sample(HalfNormal(1), 3);
        var cuts = Deterministic([k, .. k + CumulativeSum(delta), 2 * k]);
        Potential(Sum(cuts * y) + Prod(delta) + Max(cuts));
        Potential(Softmax(cuts) * y);
        """)]
    [InlineData("a method with a loop", "Vector y, int kind", """
        var decay = Sample(Beta(2, 2));
        Observe(y, Normal(Adstock(y, decay, 2) + Adstock(y, decay, kind), 1));
        """)]
    [InlineData("rows, slices and pairs", "Matrix x, Vector y, int[] group", """
        var w = Sample(Normal(0, 1), x.Rows, x.Columns);
        var scale = Sample(HalfNormal(1), x.Columns);
        Observe(x, Normal(w * scale, 1));
        Potential(Dot(w[1.., 1], y[..^1]) + Sum(w[2] * scale) + Sum(w[group, group] * y) + Sum(Dot(Transpose(w), w)[0]));
        Potential(Sum(w[group], 0) * LogSumExp(w, 0));
        Potential(Mean(w, 1) / (1 + Square(y)));
        """)]
    [InlineData("counts in stable forms", "Vector y, int[] group", """
        var b = Sample(Normal(0, 1));
        Observe(group, Poisson(Exp(b * y)));
        Observe(group, Binomial(4, InverseLogit(b * y)));
        Potential(Poisson(Exp(b)).LogDensity(3) + Gamma(mu: 3, sigma: 2).LogDensity(1 + Square(b)));
        """)]
    [InlineData("sums by group", "Vector y, int[] group", """
        var b = Sample(Normal(0, 1));
        var sums = Zeros(Max(group) + 1);
        for (var i = 0; i < y.Length; i++)
        {
            sums[group[i]] += b * y[i];
            sums[0] -= 0.5;
        }

        Potential(sums * Arange(1, 4));
        Potential(Sum(Identity(3)) * Sum(Outer(sums, sums)) * Min(y) + Sum(Ones(2)));
        """)]
    [InlineData("a filled vector that a loop adds to", "Matrix x", """
        var b = Sample(Normal(0, 1));
        var v = Zeros(3);
        v[1] = b;
        for (var t = 0; t < x.Rows; t++)
            v += b * x[t];
        Potential(v * v);
        """)]
    [InlineData("branches on data", "Vector y, int kind", """
        var b = Sample(Normal(0, 1));
        var s = b;
        if (kind > 2 && y[0] < 1)
        {
            s = kind switch { 0 => b, 1 or 2 => 2 * b, > 2 => 3 * b, _ => 0 };
            Potential(s);
        }
        else
        {
            s = 7;
        }

        for (var t = 0; t < y.Length; t++)
            if (y[t] > 0.5)
                Observe(y[t], Normal(s, t + 1));
        Potential(Where(b > 0, b, -b) + kind / 2 + kind % 2);
        """)]
    [InlineData("loops within loops that carry", "Matrix x, Vector y", """
        var b = Sample(Normal(0, 1));
        var state = new Vector(3);
        for (var k = 0; k < 3; k++) state[k] = b * k;
        for (var t = 0; t < x.Rows; t++)
        {
            var sum = 0.5;
            for (var k = 0; k < x.Columns; k++)
            {
                sum = sum * b + state[k];
                state = Tanh(state + x[t, k]);
            }

            state = state * 0.5 + sum;
            Observe(y[t], Normal(Sum(state), 1));
        }

        Potential(state);
        """)]
    public void What_is_read_has_the_log_density_of_what_runs(string name, string parameters, string statements)
    {
        var source = $$"""
            public partial class M
            {
                [Model]
                internal static void Define({{parameters}})
                {
            {{statements}}
                }

                static Vector Adstock(Vector spend, double decay, int kind)
                {
                    if (kind == 1) return spend;
                    var stock = new Vector(spend.Length);
                    var level = 0.0;
                    for (var t = 0; t < spend.Length; t++)
                    {
                        level = spend[t] + decay * level;
                        stock[t] = level;
                    }

                    return stock;
                }
            }
            """;
        var compilation = ReadModels.Compile(source);

        // What runs is a whole method; what is read is half of a partial one.
        var (method, semantics) = ReadModels.FindModel(ReadModels.Compile(source.Replace("static void Define", "static partial void Define")));
        var result = ModelReader.Read(method, semantics, default);
        result.Print();
        var model = result.Model!;
        var data = model.Parameters.ToDictionary(p => p.Name, p => (object)(p.Name switch { "y" => Y, "x" => X, "group" => new[] { 0, 2, 1, 1, 2 }, _ => 3 }));
        var sizes = new int[model.Sizes.Count];
        Dictionary<int, double[]> values = [];
        foreach (var parameter in model.Parameters)
        {
            var (elements, lengths) = Elements(data[parameter.Name]);
            values.Add(parameter.Array, elements);
            for (var d = 0; d < lengths.Length; d++)
            {
                sizes[parameter.Sizes[d]] = lengths[d];
            }
        }

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success, name);
        image.Position = 0;
        var context = new AssemblyLoadContext(name, isCollectible: true);
        var body = context.LoadFromStream(image).GetType("M")!.GetMethod("Define", BindingFlags.Static | BindingFlags.NonPublic)!;
        TraceSite[] sites = [.. model.Sites.Select((site, i) => (site, i)).Where(s => s.site.Kind != SiteKind.Other)
            .Select(s => new TraceSite(s.site.Name, Enum.Parse<TraceSiteKind>(s.site.Kind.ToString()), result.Sources.Lines[s.i], s.site.Text))];
        var trace = BodyTrace.Run("M", () => body.Invoke(null, [.. data.Values]), sites, null, seed: 3);
        for (var array = 0; array < model.Arrays.Count; array++)
        {
            if (model.Arrays[array].Role == ArrayRole.Latent)
            {
                values.Add(array, trace.Quantities[model.Arrays[array].Name]);
            }
        }

        var program = ExpandDensities.Run(Ir.Program.From(model));
        Assert.Equal(trace.LogDensity, Interpreter.Value(program, new(sizes, values)), 1e-9 * Math.Max(1, Math.Abs(trace.LogDensity)));
        context.Unload();
    }

    private static (double[] Elements, int[] Lengths) Elements(object value) => value switch
    {
        Vector vector => (vector.ToArray(), [vector.Length]),
        Matrix matrix => (matrix.AsSpan().ToArray(), [matrix.Rows, matrix.Columns]),
        int[] integers => ([.. integers.Select(i => (double)i)], [integers.Length]),
        _ => ([Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)], []),
    };
}
