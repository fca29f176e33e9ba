using System;
using System.Collections.Generic;
using Xunit;

namespace Gen.Tests.Modeling;

/// <summary>Traces of published models against log-densities computed by hand in Python's math.</summary>
public sealed class TraceTests
{
    private static readonly (string Name, TraceSiteKind Kind)[] Sites = [("x", TraceSiteKind.Sample)];
    private static readonly Vector Price = [1, 2, 4];
    private static readonly Vector Sales = [90, 50, 20];
    private static readonly Vector Effects = [28, 8, -3, 7, -1, 1, 18, 12];
    private static readonly Vector Errors = [15, 10, 16, 11, 9, 11, 10, 18];
    private static readonly double[] DemandTerms = [-4.62114002455138, -1.4189385332046727, -2.2257913526447273, -20.461257141293853];
    private static readonly double[] SchoolTerms = [-2.848376445638773, -2.3685053174715156, -20.140406574982258, -28.747572376715375];

    [Fact]
    public void Demand_has_the_log_density_computed_by_hand()
    {
        var trace = Demand.Trace(Price, Sales, Point(100, -1, 2));

        Assert.Equal(-28.72712705169463, trace.LogDensity, 1e-11);
        Assert.Equal(["a", "b", "sigma", "sales"], Names(trace));
        for (var i = 0; i < DemandTerms.Length; i++)
        {
            Assert.Equal(DemandTerms[i], trace.Terms[i].LogDensity, 1e-11);
            Assert.Null(trace.Terms[i].FirstNonFinite);
        }

        Assert.Equal((3, "Observe(sales, Normal(mu, sigma))"), (trace.Terms[3].Count, trace.Terms[3].Text));
        Assert.Equal(Demand.Sites[4].Line, trace.Terms[3].Line);
        Assert.Equal([100.0, 50, 25], trace.Quantities["mu"]);
        Assert.Equal(["a", "b", "sigma", "mu"], trace.Quantities.Keys);
    }

    [Fact]
    public void Eight_schools_has_the_log_density_computed_by_hand()
    {
        Dim school = ["A", "B", "C", "D", "E", "F", "G", "H"];
        var trace = EightSchools.Trace(Effects, Errors, school, new()
        {
            ["mu"] = [4],
            ["tau"] = [3],
            ["theta"] = [10, 5, 2, 5, 3, 4, 9, 6],
        });

        Assert.Equal(-54.10486071480792, trace.LogDensity, 1e-11);
        for (var i = 0; i < SchoolTerms.Length; i++)
        {
            Assert.Equal(SchoolTerms[i], trace.Terms[i].LogDensity, 1e-11);
        }

        Assert.Equal((8, 8), (trace.Terms[2].Count, trace.Terms[3].Count));
    }

    [Fact]
    public void Latents_that_are_not_given_are_drawn_from_their_priors_by_the_seed()
    {
        var first = EightSchools.Trace(Effects, Errors, 8, seed: 3);
        var again = EightSchools.Trace(Effects, Errors, 8, seed: 3);
        var other = EightSchools.Trace(Effects, Errors, 8, seed: 4);
        var partly = EightSchools.Trace(Effects, Errors, 8, new() { ["tau"] = [1e-9], ["mu"] = [2] }, seed: 3);

        Assert.Equal(first.Quantities["theta"], again.Quantities["theta"]);
        Assert.NotEqual(first.Quantities["theta"], other.Quantities["theta"]);
        Assert.True(first.Quantities["tau"][0] > 0);
        Assert.True(double.IsFinite(first.LogDensity));
        Assert.All(partly.Quantities["theta"], theta => Assert.Equal(2, theta, 1e-7));
    }

    [Fact]
    public void Draws_from_the_prior_have_its_moments()
    {
        const int Draws = 4000;
        double sum = 0, squares = 0;
        for (var seed = 0; seed < Draws; seed++)
        {
            var a = Demand.Trace(Price, Sales, seed: seed).Quantities["a"][0];
            sum += a;
            squares += (a - 100) * (a - 100);
        }

        // Gamma(mu: 100, sigma: 40) has kurtosis 3 + 6 / 6.25, so the variance of the squared deviation is (3.96 − 1) · 40⁴; four standard errors.
        Assert.Equal(100, sum / Draws, 4 * 40 / Math.Sqrt(Draws));
        Assert.Equal(1600, squares / Draws, 4 * 1600 * Math.Sqrt(2.96 / Draws));
    }

    [Fact]
    public void A_term_that_is_not_finite_says_which_element_and_why()
    {
        Vector price = [1, 0, 4];
        var trace = Demand.Trace(price, Sales, Point(100, -1, 2));
        var element = trace.Terms[3].FirstNonFinite!;

        Assert.True(double.IsNegativeInfinity(trace.LogDensity));
        Assert.Equal(1, element.Index);
        Assert.Equal(50, element.Value);
        Assert.Equal("mu of Normal must be finite; it is Infinity at element 1.", element.Reason);
    }

    [Fact]
    public void A_probability_at_parameters_out_of_range_makes_what_is_computed_from_it_impossible()
    {
        var line = Source.Line() + 1;
        ModelTrace Of(Func<double> potential) => Source.Trace(line, () => Gen.Modeling.Potential(potential()), [("potential", TraceSiteKind.Potential)], []);

        foreach (var potential in new Func<double>[] { () => Gen.Modeling.Normal(0, -1).Cdf(0.5), () => Math.Log(1 - Gen.Modeling.Normal(0, -1).Cdf(0.5)) })
        {
            Assert.Equal(double.NegativeInfinity, Of(potential).LogDensity);
            Assert.Equal("sigma of Normal must be positive; it is -1.", Of(potential).Terms[0].FirstNonFinite!.Reason);
        }

        Assert.Equal(double.NegativeInfinity, Of(() => Gen.Modeling.Normal(0, -1).LogCdf(0.5)).LogDensity);
        Assert.Equal(double.NegativeInfinity, Of(() => Gen.Modeling.Normal(0, -1).LogSurvival(0.5)).LogDensity);
        Assert.Equal(double.NegativeInfinity, Of(() => Gen.Modeling.Mixture([0.5, 0.5], Gen.Modeling.Normal(0, 1), Gen.Modeling.Normal(0, -1)).LogDensity(0.5)).LogDensity);
        Assert.True(double.IsNaN(Of(() => Math.Log(-1)).LogDensity));
    }

    [Fact]
    public void A_value_outside_the_support_says_what_the_support_is()
    {
        var trace = Demand.Trace(Price, Sales, Point(-5, -1, 2));

        Assert.Equal(double.NegativeInfinity, trace.LogDensity);
        Assert.Equal("-5 is outside the support of Gamma: positive numbers", trace.Terms[0].FirstNonFinite!.Reason);
    }

    [Fact]
    public void Missing_data_are_named()
    {
        Vector sales = [90, double.NaN, 20];
        var trace = Demand.Trace(Price, sales, Point(100, -1, 2));

        Assert.Equal((1, "the value is NaN"), (trace.Terms[3].FirstNonFinite!.Index, trace.Terms[3].FirstNonFinite!.Reason));
    }

    [Fact]
    public void The_table_answers_why_the_log_density_is_not_finite()
    {
        var line = Demand.Sites[0].Line;
        var text = Demand.Trace(Price, Sales, Point(100, -1, -2)).ToString();

        var expected = $"""
            Demand: log-density −∞

            term   line  elements  log-density  source
            a        {line}         1     -4.62114  Sample(Gamma(mu: 100, sigma: 40))
            b        {line + 1}         1     -1.41894  Sample(Normal(0, 1))
            sigma    {line + 2}         1           −∞  Sample(HalfNormal(1))
                   sigma: -2 is outside the support of HalfNormal: 0 and positive numbers
            sales    {line + 5}         3           −∞  Observe(sales, Normal(mu, sigma))
                   sales[0]: sigma of Normal must be positive; it is -2 at element 0.

            quantity  value
            a         100
            b         -1
            sigma     -2
            mu        [100, 50, 25]

            """;
        Assert.Equal(expected, text);
    }

    [Fact]
    public void Latents_with_wrong_names_or_lengths_are_refused()
    {
        Assert.Equal(
            "Demand has no latent 'elasticity'; its latents are a, b, sigma.",
            Assert.Throws<ArgumentException>(() => Demand.Trace(Price, Sales, new() { ["elasticity"] = [1] })).Message);
        Assert.Equal(
            "Demand: latent 'a' was given 2 values; the body samples 1.",
            Assert.Throws<ArgumentException>(() => Demand.Trace(Price, Sales, new() { ["a"] = [1, 2] })).Message);
        Assert.StartsWith(
            "EightSchools: latent 'theta' was given 1 values; the body samples more (line ",
            Assert.Throws<ArgumentException>(() => EightSchools.Trace(Effects, Errors, 8, new() { ["theta"] = [1] })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_improper_prior_is_traced_where_its_latent_is_given()
    {
        var line = Source.Line() + 1;
        ModelTrace Trace(Dictionary<string, double[]>? latents) => Source.Trace(line, () => Gen.Modeling.Sample(Gen.Modeling.Flat(lower: 0)), Sites, latents);

        Assert.Equal(
            $"Model: latent 'x' cannot be drawn (line {line}: x): Flat cannot be drawn from: it is improper",
            Assert.Throws<ArgumentException>(() => Trace(null)).Message);
        Assert.Equal(0, Trace(new() { ["x"] = [3] }).LogDensity);
        Assert.Equal(double.NegativeInfinity, Trace(new() { ["x"] = [-3] }).LogDensity);
    }

    [Fact]
    public void A_prior_that_cannot_be_drawn_from_names_the_latent()
    {
        var error = Assert.Throws<ArgumentException>(() => EightSchools.Trace(Effects, Errors, 8, new() { ["tau"] = [-1] }));

        Assert.StartsWith("EightSchools: latent 'theta' cannot be drawn (line ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Sample(Normal(mu, tau), school)): sigma of Normal must be positive; it is -1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_another_length_than_the_parameters_are_refused()
    {
        Vector two = [1, 2];

        Assert.Equal(
            "Normal: its parameters have 3 elements, the value has 2.",
            Assert.Throws<ArgumentException>(() => Demand.Trace(Price, two)).Message);
    }

    private static Dictionary<string, double[]> Point(double a, double b, double sigma) => new() { ["a"] = [a], ["b"] = [b], ["sigma"] = [sigma] };

    private static List<string> Names(ModelTrace trace)
    {
        List<string> names = [];
        foreach (var term in trace.Terms)
        {
            names.Add(term.Name);
        }

        return names;
    }
}
