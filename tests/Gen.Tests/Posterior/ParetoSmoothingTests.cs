using System;
using System.Linq;
using Xunit;

namespace Gen.Tests.Posterior;

/// <summary>Smoothed importance weights and k-hat are those of R's package loo.</summary>
public sealed class ParetoSmoothingTests
{
    // R 4.2, loo 2.5.1: lr = c * -log1p(-i / (S + 1)) + 0.1 * sin(i) for i = 1…S, p = psis(lr, r_eff = 1), w = weights(p): pareto_k, max(w), w[S / 2].
    [Theory]
    [InlineData(100, 0.2, 0.219675746754, -3.950656211921, -4.712622259725)]
    [InlineData(100, 0.5, 0.383584230141, -2.972564512507, -4.914078250128)]
    [InlineData(100, 0.9, 0.570613439854, -1.907588289110, -5.387309070609)]
    [InlineData(100, 1.3, 0.753305673887, -1.323123942944, -6.062774215998)]
    [InlineData(1000, 0.2, 0.206576695704, -5.668097723911, -7.040884078714)]
    [InlineData(1000, 0.5, 0.454829851551, -4.044226106812, -7.281994291940)]
    [InlineData(1000, 0.9, 0.804942813073, -2.258228442520, -7.982639068082)]
    [InlineData(1000, 1.3, 1.127510769702, -1.119296552900, -9.330349618896)]
    [InlineData(4000, 0.2, 0.183235609093, -6.928730505109, -8.287656642197)]
    [InlineData(4000, 0.5, 0.449687489220, -4.898532928869, -8.537879766331)]
    [InlineData(4000, 0.9, 0.839640532014, -2.655803855135, -9.335711626431)]
    [InlineData(4000, 1.3, 1.208123581863, -1.307648918167, -11.028117623296)]
    public void Shape_and_weights_are_those_of_loo(int count, double slope, double shape, double largest, double middle)
    {
        double[] ratios = [.. Enumerable.Range(1, count).Select(i => -slope * Gen.Numerics.Functions.Log1p(-(double)i / (count + 1)) + 0.1 * Math.Sin(i))];
        Assert.Equal(shape, ParetoSmoothing.Smooth(ratios), 9);
        Assert.Equal(largest, ratios.Max(), 9);
        Assert.Equal(middle, ratios[count / 2 - 1], 9);
    }

    [Fact]
    public void Equal_ratios_have_no_tail()
    {
        double[] ratios = [.. Enumerable.Repeat(3.0, 400)];
        Assert.Equal(double.NegativeInfinity, ParetoSmoothing.Smooth(ratios));
        Assert.All(ratios, ratio => Assert.Equal(-Math.Log(400), ratio, 12));
    }

    [Fact]
    public void What_is_impossible_has_no_weight_and_what_is_no_number_no_shape()
    {
        double[] some = [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? double.NegativeInfinity : 0.01 * i)];
        Assert.True(double.IsFinite(ParetoSmoothing.Smooth(some)));
        Assert.Equal(1, some.Sum(Math.Exp), 12);
        Assert.Equal(double.PositiveInfinity, ParetoSmoothing.Smooth([double.NaN, .. some]));
        Assert.Equal(double.PositiveInfinity, ParetoSmoothing.Smooth([.. Enumerable.Repeat(double.NegativeInfinity, 100)]));
    }

    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(1000, 2.0 / 3)]
    [InlineData(4000, 0.7)]
    public void Threshold_grows_with_the_draws_up_to_seven_tenths(int draws, double threshold) => Assert.Equal(threshold, ParetoSmoothing.Threshold(draws), 12);
}
