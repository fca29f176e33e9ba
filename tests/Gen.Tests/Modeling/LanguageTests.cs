using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

/// <summary>Bodies of the language's own documents and of published models run as they are written.</summary>
public sealed class LanguageTests
{
    private static readonly double Root = 0.5 * Math.Log(2 * Math.PI);

    [Fact]
    public void A_linear_regression_with_labels()
    {
        Matrix x = new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } };
        Vector y = [6, 12, 18];
        Dim feature = ["centrality", "burstiness"];
        var trace = Run(new() { ["alpha"] = [1], ["beta"] = [1, 2], ["sigma"] = [1] }, ["alpha", "beta", "sigma"], () =>
        {
            var alpha = Sample(Normal(0, 10), line: 0);
            var beta = Sample(Normal(0, 10), feature, line: 1);
            var sigma = Sample(HalfNormal(1), line: 2);
            Observe(y, Normal(alpha + Dot(x, beta), sigma), line: 9);
        });

        Assert.Equal(-3 * Root, trace.Terms[^1].LogDensity, 1e-12);
    }

    [Fact]
    public void A_label_names_one_element()
    {
        var twice = Assert.Throws<ArgumentException>(() => { Dim feature = ["a", "b", "b"]; });
        Assert.StartsWith("Elements 1 and 2 of a Dim are both labelled 'b'; a label names one element.", twice.Message, StringComparison.Ordinal);
        var missing = Assert.Throws<ArgumentException>(() => new Dim(["a", null!]));
        Assert.StartsWith("Element 1 of a Dim has no label.", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hierarchy_gathers_by_group()
    {
        int[] county = [0, 0, 2];
        Vector floor = [0, 1, 0];
        Vector logRadon = [1, 3, 5];
        Dim counties = Max(county) + 1;
        var trace = Run(new() { ["alpha"] = [1, 2, 5], ["beta"] = [1], ["sigma"] = [2] }, ["alpha", "beta", "sigma"], () =>
        {
            var alpha = Sample(Normal(0, 1), counties, line: 0);
            var beta = Sample(Normal(0, 10), line: 1);
            var sigma = Sample(HalfNormal(1), line: 2);
            Observe(logRadon, Normal(alpha[county] + beta * floor, sigma), line: 9);
        });

        Assert.Equal(-3 * (Root + Math.Log(2)) - 0.125, trace.Terms[^1].LogDensity, 1e-12);
    }

    [Fact]
    public void A_recurrence_carries_its_state()
    {
        Vector y = [1, 2, 0.5];
        var trace = Run(new() { ["w"] = [0.5] }, ["w"], () =>
        {
            var w = Sample(HalfNormal(1), line: 0);
            var sigma = Zeros(y.Length);
            sigma[0] = 1;
            for (var t = 1; t < y.Length; t++)
            {
                sigma[t] = Sqrt(w + 0.25 * Square(y[t - 1]) + 0.5 * Square(sigma[t - 1]));
            }

            Observe(y, Normal(0, sigma), line: 9);
        });

        // The variances are 1, 0.5 + 0.25 + 0.5 = 1.25 and 0.5 + 1 + 0.625 = 2.125.
        var expected = -3 * Root - 0.5 * Math.Log(1.25 * 2.125) - 0.5 * (1 + 4 / 1.25 + 0.25 / 2.125);
        Assert.Equal(expected, trace.Terms[^1].LogDensity, 1e-12);
    }

    [Fact]
    public void A_mixture_is_written_by_hand()
    {
        Vector y = [0, 4];
        var trace = Run(new() { ["w"] = [0.25] }, ["w"], () =>
        {
            var w = Sample(Beta(1, 1), line: 0);
            Vector mu = [0, 4];
            Vector logWeights = [Log(w), Log(1 - w)];
            for (var n = 0; n < y.Length; n++)
            {
                Potential(LogSumExp(logWeights + Normal(mu, 1).LogDensity(y[n])), line: 9);
            }
        }, TraceSiteKind.Potential);

        var far = Math.Exp(-8);
        Assert.Equal(-2 * Root + Math.Log(0.25 + 0.75 * far) + Math.Log(0.25 * far + 0.75), trace.Terms[^1].LogDensity, 1e-12);
        Assert.Equal(2, trace.Terms[^1].Count);
    }

    [Fact]
    public void Counts_and_conditions_on_data_enter_arithmetic()
    {
        int[] age = [1, 2, 2];
        int[] visitors = [10, 20, 30];
        int[] conversions = [5, 5, 5];
        var trace = Run(new() { ["a"] = [0], ["b"] = [Math.Log(3)] }, ["a", "b"], () =>
        {
            var a = Sample(Normal(0, 1), line: 0);
            var b = Sample(Normal(0, 1), line: 1);
            Observe(conversions, Binomial(visitors, logitP: a - b * (age == 2)), line: 9);
        });

        var expected = Choose(10, 5) + 10 * Math.Log(0.5)
            + Choose(20, 5) + 5 * Math.Log(0.25) + 15 * Math.Log(0.75)
            + Choose(30, 5) + 5 * Math.Log(0.25) + 25 * Math.Log(0.75);
        Assert.Equal(expected, trace.Terms[^1].LogDensity, 1e-11);

        static double Choose(int n, int k) => Enumerable.Range(1, k).Sum(i => Math.Log(n - k + i) - Math.Log(i));
    }

    [Fact]
    public void A_network_multiplies_matrices()
    {
        Matrix x = new double[,] { { 1, 0 }, { 0, 1 } };
        Vector y = [1, 1];
        var trace = Run(new() { ["w1"] = [1, 2, 3, 4, 5, 6], ["w2"] = [0, 0, 0] }, ["w1", "w2"], () =>
        {
            var w1 = Sample(Normal(0, 1), x.Columns, 3, line: 0);
            var w2 = Sample(Normal(0, 1), 3, line: 1);
            Observe(y, Normal(Dot(Tanh(Dot(x, w1) + Ones(3)), w2), 1), line: 9);
        });

        Assert.Equal(-6 * Root - 0.5 * 91, trace.Terms[0].LogDensity, 1e-12);
        Assert.Equal(-2 * Root - 1, trace.Terms[^1].LogDensity, 1e-12);
    }

    [Fact]
    public void An_objective_is_an_ordinary_method()
    {
        static double Profit(Vector mu, [Decision] Vector price, double unitCost) => Sum((price - unitCost) * mu);

        Assert.Equal(0.7 * 100 + 1.7 * 50, Profit([100, 50], [1, 2], 0.3), 1e-12);
    }

    /// <summary>Executes a body whose latents stand on lines 0, 1, … and whose last term stands on line 9.</summary>
    private static ModelTrace Run(
        Dictionary<string, double[]> latents, string[] names, Action body, TraceSiteKind last = TraceSiteKind.Observe) =>
        BodyTrace.Run(
            "Model",
            body,
            [.. names.Select((name, line) => new TraceSite(name, TraceSiteKind.Sample, line, name)), new TraceSite("y", last, 9, "y")],
            latents,
            0);
}
