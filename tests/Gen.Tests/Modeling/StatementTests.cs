using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

/// <summary>Every form of every statement, and how calls are matched with the source.</summary>
public sealed class StatementTests
{
    private static readonly Vector Three = [1, 2, 3];
    private static readonly Matrix Grid = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly double Root = 0.5 * Math.Log(2 * Math.PI);

    [Fact]
    public void Latents_have_the_shape_that_is_asked_for()
    {
        Dim week = ["x", "y"];
        Check(1, () => { _ = Sample(Normal(0, 1)); });
        Check(5, () => { Vector v = Sample(Normal(0, 1), 5); Assert.Equal(5, v.Length); });
        Check(2, () => { Vector v = Sample(Normal(0, 1), week); Assert.Equal(2, v.Length); });
        Check(4, () => { Vector v = Sample(Normal(0, 1), Max([0, 3]) + 1); Assert.Equal(4, v.Length); });
        Check(12, () => { Matrix m = Sample(Normal(0, 1), 3, 4); Assert.Equal((3, 4), (m.Rows, m.Columns)); });
        Check(6, () => { Matrix m = Sample(Normal(0, 1), week, 3); Assert.Equal((2, 3), (m.Rows, m.Columns)); });
        Check(3, () => { Vector v = Sample(Normal(Three, 1)); Assert.Equal(3, v.Length); });
        Check(3, () => { Vector v = Sample(Normal(Three, 1), 3); Assert.Equal(3, v.Length); });
        Check(6, () => { Matrix m = Sample(Normal(Grid, 1)); Assert.Equal((2, 3), (m.Rows, m.Columns)); });

        static void Check(int count, Action body, [CallerLineNumber] int line = 0)
        {
            var trace = Run(body, TraceSiteKind.Sample, line);
            Assert.Equal(count, trace.Quantities["x"].Length);
            Assert.Equal(count, trace.Terms[0].Count);
        }
    }

    [Fact]
    public void An_axis_of_another_length_than_the_parameters_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Run(() => Sample(Normal(Three, 1), 2), TraceSiteKind.Sample));

        Assert.Equal("Normal: its parameters have 3 elements, the axis has 2.", error.Message);
    }

    [Fact]
    public void Every_kind_of_data_is_observed()
    {
        int[] counts = [1, 2, 3];
        Check(1, -Root, () => Observe(1, Normal(1, 1)));
        Check(1, -Root - 0.5, () => Observe(2.0, Normal(1, 1)));
        Check(1, Math.Log(0.25), () => Observe(true, Bernoulli(0.25)));
        Check(1, Math.Log(0.75), () => Observe(false, Bernoulli(0.25)));
        Check(3, -3 * Root - 1, () => Observe(Three, Normal(2, 1)));
        Check(3, -3 * Root, () => Observe(Three, Normal(Three, 1)));
        Check(3, -3 * Root - 1, () => Observe(counts, Normal(2, 1)));
        Check(3, -3 * Root, () => Observe(counts, Normal(Three, 1)));
        Check(6, -6 * Root - 0.5 * (4 + 1 + 0 + 1 + 4 + 9), () => Observe(Grid, Normal(3, 1)));
        Check(6, -6 * Root - 0.5 * 27, () => Observe(Grid, Normal(Three, 1)));
        Check(6, -6 * Root, () => Observe(Grid, Normal(Grid, 1)));

        static void Check(int count, double expected, Action body, [CallerLineNumber] int line = 0)
        {
            var term = Run(body, TraceSiteKind.Observe, line).Terms.Single();
            Assert.Equal(count, term.Count);
            Assert.Equal(expected, term.LogDensity, 1e-12);
        }
    }

    [Fact]
    public void Data_of_another_shape_than_the_parameters_are_refused()
    {
        Vector two = [1, 2];
        var error = Assert.Throws<ArgumentException>(() => Run(() => Observe(Grid, Normal(two, 1)), TraceSiteKind.Observe));

        Assert.Equal("Normal: its parameters have 2 elements, the data have 3 columns.", error.Message);
    }

    [Fact]
    public void Every_form_of_Generate_draws_its_shape_and_adds_no_term()
    {
        Dim week = ["x", "y"];
        Matrix covariance = new double[,] { { 2, 0.5 }, { 0.5, 1 } };
        Check(1, () => { double z = Generate(Poisson(3)); Assert.Equal(Math.Floor(z), z); });
        Check(5, () => { Vector v = Generate(Poisson(3), 5); Assert.Equal(5, v.Length); });
        Check(6, () => { Matrix m = Generate(Normal(0, 1), week, 3); Assert.Equal((2, 3), (m.Rows, m.Columns)); });
        Check(3, () => { Vector v = Generate(Normal(Three, 1)); Assert.Equal(3, v.Length); });
        Check(3, () => { Vector v = Generate(Normal(Three, 1), 3); Assert.Equal(3, v.Length); });
        Check(6, () => { Matrix m = Generate(Normal(Grid, 1)); Assert.Equal((2, 3), (m.Rows, m.Columns)); });
        Check(2, () => { Vector v = Generate(MvNormal(Zeros(2), covariance)); Assert.Equal(2, v.Length); });
        Check(8, () => { Matrix m = Generate(MvNormal(Zeros(2), covariance), 4); Assert.Equal((4, 2), (m.Rows, m.Columns)); });
        Check(4, () => { Matrix m = Generate(LkjCholesky(2, eta: 2)); Assert.Equal((2, 2), (m.Rows, m.Columns)); });
        Check(7, () => { Vector v = Generate(GaussianRandomWalk(sigma: 0.1), 7); Assert.Equal(7, v.Length); });
        Check(14, () => { Matrix m = Generate(GaussianRandomWalk(sigma: 0.1), week, 7); Assert.Equal((2, 7), (m.Rows, m.Columns)); });
        Check(1, () => Assert.Equal(double.NaN, Generate(Normal(0, -1))));

        static void Check(int count, Action body, [CallerLineNumber] int line = 0)
        {
            var trace = Run(body, TraceSiteKind.Generate, line);
            Assert.Equal(count, trace.Quantities["x"].Length);
            Assert.Empty(trace.Terms);
        }
    }

    [Fact]
    public void What_is_generated_leaves_the_draws_of_latents_as_they_are()
    {
        double Latent(bool generates, int line) => Source.Trace(line, () =>
        {
            if (generates)
            {
                Generate(Normal(0, 1), line: line);
            }

            Sample(Normal(0, 1), line: line);
        }, [("g", TraceSiteKind.Generate), ("x", TraceSiteKind.Sample)], seed: 4).Quantities["x"][0];
        Assert.Equal(Latent(false, 1), Latent(true, 1));
    }

    [Fact]
    public void A_truth_is_recorded_as_a_number() =>
        Assert.Equal([1.0], Run(() => Assert.Equal(1.0, Deterministic(Three[1] > 1)), TraceSiteKind.Deterministic).Quantities["x"]);

    [Fact]
    public void Deterministic_returns_and_records_its_argument()
    {
        var line = Source.Line() + 3;
        var trace = Source.Trace(line, () =>
        {
            Assert.Equal(3, Deterministic(3)); Assert.Same(Three, Deterministic(Three)); Assert.Same(Grid, Deterministic(Grid));
        }, [("a", TraceSiteKind.Deterministic), ("b", TraceSiteKind.Deterministic), ("c", TraceSiteKind.Deterministic)]);

        Assert.Equal([3.0], trace.Quantities["a"]);
        Assert.Equal([1.0, 2, 3], trace.Quantities["b"]);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], trace.Quantities["c"]);
        Assert.Empty(trace.Terms);
    }

    [Fact]
    public void Potentials_add_up()
    {
        var line = Source.Line() + 3;
        var trace = Source.Trace(
            line,
            () => { Potential(-2); Potential(Three); Potential(Grid); },
            [("p", TraceSiteKind.Potential), ("q", TraceSiteKind.Potential), ("r", TraceSiteKind.Potential)]);

        Assert.Equal([-2.0, 6, 21], trace.Terms.Select(term => term.LogDensity));
        Assert.Equal(25, trace.LogDensity);
        var bad = Run(() => Potential(Log(Three - 2)), TraceSiteKind.Potential).Terms[0].FirstNonFinite!;
        Assert.Equal((0, "the potential is NaN"), (bad.Index, bad.Reason));
    }

    [Fact]
    public void Statements_on_one_line_take_turns_also_in_a_loop()
    {
        var latents = new Dictionary<string, double[]> { ["a"] = [1, 2, 3], ["b"] = [10, 20, 30] };
        var line = Source.Line() + 3;
        var trace = Source.Trace(line, () =>
        {
            for (var t = 0; t < 3; t++) { var a = Sample(Normal(0, 1)); var b = Sample(Normal(0, 1)); Assert.Equal(10 * a, b); }
        }, [("a", TraceSiteKind.Sample), ("b", TraceSiteKind.Sample)], latents);

        Assert.Equal([1.0, 2, 3], trace.Quantities["a"]);
        Assert.Equal([10.0, 20, 30], trace.Quantities["b"]);
        Assert.Equal([3, 3], trace.Terms.Select(term => term.Count));
    }

    [Fact]
    public void A_random_walk_in_a_loop_is_one_latent_per_element_also_when_two_statements_fill_it()
    {
        var start = Source.Line();
        TraceSite[] sites =
        [
            new("theta", TraceSiteKind.Sample, start + 9, "Sample(Normal(0, 10))"),
            new("theta", TraceSiteKind.Sample, start + 12, "Sample(Normal(theta[t - 1], 1))"),
        ];
        var trace = BodyTrace.Run("Walk", () =>
        {
            var theta = Zeros(3);
            theta[0] = Sample(Normal(0, 10));
            for (var t = 1; t < 3; t++)
            {
                theta[t] = Sample(Normal(theta[t - 1], 1));
            }
        }, sites, new Dictionary<string, double[]> { ["theta"] = [0, 1, 3] }, 0);

        Assert.Equal([0.0, 1, 3], trace.Quantities["theta"]);
        Assert.Equal(-Root - Math.Log(10), trace.Terms[0].LogDensity, 1e-12);
        Assert.Equal(-2 * Root - 0.5 - 2, trace.Terms[1].LogDensity, 1e-12);
    }

    [Fact]
    public void A_statement_that_is_not_reached_has_no_elements()
    {
        var trace = Run(() => { }, TraceSiteKind.Observe);

        Assert.Equal((0, 0.0), (trace.Terms[0].Count, trace.Terms[0].LogDensity));
    }

    [Fact]
    public void Statements_outside_a_trace_explain_themselves()
    {
        const string Rest = " is a statement of a model's body, which the compiler reads. To execute the body call the model's Trace method, " +
            "which sets its latents; do not call it directly.";
        Assert.Equal("Sample" + Rest, Assert.Throws<InvalidOperationException>(() => Sample(Normal(0, 1))).Message);
        Assert.Equal("Observe" + Rest, Assert.Throws<InvalidOperationException>(() => Observe(1, Normal(0, 1))).Message);
        Assert.Equal("Deterministic" + Rest, Assert.Throws<InvalidOperationException>(() => Deterministic(1)).Message);
        Assert.Equal("Potential" + Rest, Assert.Throws<InvalidOperationException>(() => Potential(1)).Message);
    }

    [Fact]
    public void A_trace_ends_also_when_the_body_throws()
    {
        Assert.Throws<NotSupportedException>(() => Run(() => throw new NotSupportedException(), TraceSiteKind.Sample));

        Assert.Throws<InvalidOperationException>(() => Potential(1));
    }

    [Fact]
    public void A_call_that_the_model_does_not_know_names_the_lines_it_knows()
    {
        TraceSite[] sites = [new("x", TraceSiteKind.Sample, 3, "x"), new("y", TraceSiteKind.Sample, 5, "y")];
        var line = Source.Line() + 1;
        void Body() => Sample(Normal(0, 1));

        Assert.Equal(
            $"Model has no Sample statement on line {line}; it has them on lines 3, 5.",
            Assert.Throws<InvalidOperationException>(() => BodyTrace.Run("Model", Body, sites, null, 0)).Message);
        Assert.Equal(
            $"Model has no Sample statement on line {line}; it has none at all.",
            Assert.Throws<InvalidOperationException>(() => BodyTrace.Run("Model", Body, [], null, 0)).Message);
    }

    [Fact]
    public void The_line_of_a_call_is_that_of_its_opening_parenthesis()
    {
        var start = Source.Line();
        TraceSite[] sites = [new("x", TraceSiteKind.Sample, start + 6, "x")];
        var trace = BodyTrace.Run("Model", () =>
        {
            var x =
                Sample
                (
                    Normal(0, 1),
                    2);
        }, sites, null, 0);

        Assert.Equal(2, trace.Quantities["x"].Length);
    }

    /// <summary>Executes a body that stands on one line with this call.</summary>
    private static ModelTrace Run(Action body, TraceSiteKind kind, [CallerLineNumber] int line = 0) => Source.Trace(line, body, [("x", kind)]);
}
