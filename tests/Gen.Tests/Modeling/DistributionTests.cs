using System;
using Gen.Numerics;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

public sealed class DistributionTests
{
    private static readonly Vector Mu = [0, 1, 2];
    private static readonly Matrix Grid = new double[,] { { 0, 1 }, { 2, 3 } };

    [Fact]
    public void Overloads_are_chosen_by_the_shapes_of_the_arguments()
    {
        int[] trials = [3, 4, 5];
        Vector p = [0.1, 0.2, 0.3];
        double[] array = [1, 2];
        Dim groups = 3;

        Distribution<double> number = Normal(0, 10);
        Distribution<double> nothing = Normal();
        Distribution<double> named = Normal(sigma: 2, mu: groups);
        Elementwise<Vector> vector = Normal(mu: Mu, sigma: 1);
        Elementwise<Vector> both = Normal(Mu, Mu + 1);
        Elementwise<Vector> scale = Normal(0, sigma: Mu);
        Elementwise<Vector> counts = Binomial(n: trials, p: p);
        Elementwise<Vector> mixed = Binomial(trials, 0.5);
        Elementwise<Vector> arrays = Poisson(array);
        Elementwise<Vector> collection = Normal([1, 2], 1);
        Elementwise<Matrix> matrix = Normal(Grid, 2);
        Elementwise<Matrix> rows = Normal(Grid, array);
        Elementwise<Matrix> sigma = Normal(sigma: Grid);

        Assert.Equal("Normal(mu: 0, sigma: 10)", number.ToString());
        Assert.Equal("Normal(mu: 0, sigma: 1)", nothing.ToString());
        Assert.Equal("Normal(mu: 3, sigma: 2)", named.ToString());
        Assert.Equal("Normal(mu: 2, sigma: 1)", vector.Elements.Description(2));
        Assert.Equal("Normal(mu: 2, sigma: 3)", both.Elements.Description(2));
        Assert.Equal("Normal(mu: 0, sigma: 2)", scale.Elements.Description(2));
        Assert.Equal("Binomial(n: 5, p: 0.3)", counts.Elements.Description(2));
        Assert.Equal("Binomial(n: 4, p: 0.5)", mixed.Elements.Description(1));
        Assert.Equal("Poisson(mu: 2)", arrays.Elements.Description(1));
        Assert.Equal("Normal(mu: 2, sigma: 1)", collection.Elements.Description(1));
        Assert.Equal("Normal(mu: 3, sigma: 2)", matrix.Elements.Description(3));
        Assert.Equal("Normal(mu: 2, sigma: 1)", rows.Elements.Description(2));
        Assert.Equal("Normal(mu: 0, sigma: 3)", sigma.Elements.Description(3));
    }

    [Fact]
    public void Incomplete_and_doubled_sets_are_refused_with_the_sets_that_exist()
    {
        Assert.Equal(
            "Normal takes (mu = 0, sigma = 1) or (mu = 0, tau); it was given mu and sigma and tau.",
            Assert.Throws<ArgumentException>(() => Normal(0, 1, 1)).Message);
        Assert.Equal(
            "Gamma takes (alpha, beta) or (mu, sigma); it was given nothing.",
            Assert.Throws<ArgumentException>(() => Gamma()).Message);
        Assert.Equal(
            "Beta takes (alpha, beta) or (mu, sigma) or (mu, nu); it was given mu.",
            Assert.Throws<ArgumentException>(() => Beta(mu: Mu)).Message);
        Assert.Equal(
            "Binomial takes (n, p) or (n, logitP); it was given p.",
            Assert.Throws<ArgumentException>(() => Binomial(p: Grid)).Message);
        Assert.Throws<ArgumentException>(() => Gamma(alpha: 1, sigma: 1));
        Assert.Throws<ArgumentException>(() => Bernoulli(0.5, 0));
        Assert.Throws<ArgumentException>(() => StudentT());
    }

    [Fact]
    public void NaN_is_an_argument_like_any_other()
    {
        var error = Assert.Throws<ArgumentException>(() => Normal(0, double.NaN).LogDensity(0));

        Assert.Equal("sigma of Normal must be positive; it is NaN.", error.Message);
    }

    [Fact]
    public void Parameters_are_checked_at_use_in_the_names_that_were_given()
    {
        var distribution = Gamma(mu: 2, sigma: -1);
        Vector sigma = [1, -2];
        var elementwise = Normal(0, sigma);

        Assert.Equal("sigma of Gamma must be positive; it is -1.", Assert.Throws<ArgumentException>(() => distribution.LogDensity(1)).Message);
        Assert.Equal(
            "sigma of Normal must be positive; it is -2 at element 1.",
            Assert.Throws<ArgumentException>(() => elementwise.LogDensity(0)).Message);
        Assert.Throws<ArgumentException>(() => distribution.Draw(new RandomStream(1)));
        Assert.Throws<ArgumentException>(() => distribution.Cdf(1));
        Assert.Throws<ArgumentException>(() => distribution.LogCdf(1));
        Assert.Throws<ArgumentException>(() => distribution.LogSurvival(1));
        Assert.Throws<ArgumentException>(() => distribution.Quantile(0.5));
        Assert.Throws<ArgumentException>(() => distribution.Mean);
        Assert.Throws<ArgumentException>(() => distribution.Variance);
    }

    [Fact]
    public void Values_that_cannot_occur_have_density_zero_and_NaN_stays_NaN()
    {
        Assert.Equal(double.NegativeInfinity, HalfNormal(1).LogDensity(-1));
        Assert.Equal(double.NegativeInfinity, Poisson(2).LogDensity(1.5));
        Assert.Equal(double.NegativeInfinity, Binomial(3, 0.5).LogDensity(4));
        Assert.Equal(double.NegativeInfinity, Uniform(0, 1).LogDensity(1.1));
        Assert.Equal(double.NegativeInfinity, Bernoulli(logitP: 0).LogDensity(2));
        Assert.True(double.IsNaN(Poisson(2).LogDensity(double.NaN)));
    }

    [Fact]
    public void Log_odds_and_log_means_keep_their_precision()
    {
        Assert.Equal(-800, Bernoulli(logitP: 800).LogDensity(0));
        Assert.Equal(-800, Binomial(1, logitP: -800).LogDensity(1), 1e-9);
        Assert.Equal(-800, Poisson(logMu: -800).LogDensity(1), 1e-9);
    }

    [Fact]
    public void Shapes_that_differ_are_refused()
    {
        Vector two = [1, 2];

        Assert.Equal("Normal: its arguments have 3 and 2 elements.", Assert.Throws<ArgumentException>(() => Normal(Mu, two)).Message);
        Assert.Equal(
            "Normal: a vector of 3 elements meets 2 columns; a vector meets a matrix along its columns.",
            Assert.Throws<ArgumentException>(() => Normal(Grid, Mu)).Message);
        Assert.Equal(
            "Normal: its arguments are 2 by 2 and 1 by 3.",
            Assert.Throws<ArgumentException>(() => Normal(Grid, new Matrix(1, 3))).Message);
        Assert.Equal(
            "Normal: its parameters have 3 elements, the value has 2.",
            Assert.Throws<ArgumentException>(() => Normal(Mu, 1).LogDensity(two)).Message);
        Assert.Equal(
            "Normal: its parameters are 2 by 2, the value is 1 by 3.",
            Assert.Throws<ArgumentException>(() => Normal(Grid, 1).Cdf(new Matrix(1, 3))).Message);
    }

    [Fact]
    public void Improper_distributions_are_refused_where_they_would_be_drawn_from()
    {
        var random = new RandomStream(1);
        Assert.Equal("Flat cannot be drawn from: it is improper", Assert.Throws<InvalidOperationException>(() => Flat().Draw(random)).Message);
        Assert.Equal("Flat cannot be drawn from: it is improper", Assert.Throws<InvalidOperationException>(() => Flat(0, 1).Draw(random)).Message);
        Assert.Equal("HalfFlat cannot be drawn from: it is improper", Assert.Throws<InvalidOperationException>(() => HalfFlat().Draw(random)).Message);
        Assert.Equal("Flat has no probabilities or quantiles: it is improper", Assert.Throws<InvalidOperationException>(() => Flat().Cdf(0)).Message);
        Assert.Equal(
            "HalfFlat has no probabilities or quantiles: it is improper", Assert.Throws<InvalidOperationException>(() => HalfFlat().Quantile(0.5)).Message);
        Assert.True(double.IsNaN(Flat().Mean));
    }

    [Fact]
    public void An_end_of_Flat_that_is_left_out_is_none()
    {
        Assert.Equal([0, 0, double.NegativeInfinity], Flat(upper: 1).LogDensity(Mu));
        Assert.Equal([double.NegativeInfinity, 0, 0], Flat(lower: 1).LogDensity(Mu));
        Assert.Equal([double.NegativeInfinity, 0, 0], Flat(lower: [1, 1, 1]).LogDensity(Mu));
        Assert.Equal(double.NegativeInfinity, HalfFlat().LogDensity(-1e-9));
        Assert.Equal("upper of Flat must be above lower, which is 3; it is 1.", Assert.Throws<ArgumentException>(() => Flat(3, 1).LogDensity(2)).Message);
    }
}
