using System;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Models, posteriors and objectives are what they were made of, whatever is done to that later, and to what they hand out.</summary>
public sealed class ImmutabilityTests
{
    private readonly Vector price = [1, 2], sold = [3, 4], cost = [0.5, 0.25];
    private readonly Matrix weather = new double[,] { { 1 }, { 0 } };
    private readonly int[] hours = [1, 2], parts = [1];
    private readonly int[,] visits = { { 2 }, { 1 } };
    private readonly Stalls model;

    public ImmutabilityTests() => model = new(price, weather, hours, visits, sold);

    [Fact]
    public void A_model_is_what_it_was_given_whatever_the_caller_does_to_that_later()
    {
        var posterior = model.Sample(draws: 20, tune: 20, chains: 1);
        var before = Meaning(model);
        double[] Predicted() => [.. posterior.Predict(seed: 3).Sold[1].Values, .. posterior.PosteriorPredictive(seed: 3).Sold[1].Values];
        var predicted = Predicted();

        (price[0], sold[1], weather[1, 0], hours[0], visits[1, 0]) = (50, 60, 70, 80, 90);
        Assert.Equal(before, Meaning(model));
        Assert.Equal(before, Meaning(model.With()));
        Assert.Equal(predicted, Predicted());
    }

    [Fact]
    public void What_a_property_hands_out_changes_no_model()
    {
        var before = Meaning(model);
        foreach (Action write in (Action[])[
            () => model.Price[0] = 50, () => model.Price[^1] = 50, () => model.Price[..] = [5, 6], () => model.Sold![0] = 50,
            () => model.Weather[0, 0] = 50, () => model.Weather[^1, ^1] = 50, () => model.Weather[0] = [5], () => model.Weather[.., 0] = [5, 6]])
        {
            Assert.Contains("With(…) gives the model with other data", Assert.Throws<InvalidOperationException>(write).Message, StringComparison.Ordinal);
        }

        (model.Hours[0], model.Visits[1, 0]) = (80, 90);
        Assert.Equal((1, 1), (model.Hours[0], model.Visits[1, 0]));
        Assert.Equal(before, Meaning(model));

        var copy = model.Price[..];
        copy[0] = 50;
        Assert.Equal((1, 50), (model.Price[0], copy[0]));
    }

    [Fact]
    public void What_cannot_change_is_shared()
    {
        Assert.Same(model.Price, model.With(sold: [1, 1]).Price);
        Assert.Same(model.Weather, model.Do(level: 1).Weather);
    }

    [Fact]
    public void Interventions_objectives_and_optima_are_what_they_were_given()
    {
        Vector mu = [5, 6, 7];
        var set = new Demand([1, 2, 3]).Do(mu: mu);
        mu[0] = 50;
        Assert.Equal(5, set.Draw(seed: 1).Mu[0]);

        var margin = model.Sample(draws: 20, tune: 20, chains: 1).Margin(cost, parts);
        var before = margin.Evaluate(2);
        (cost[0], parts[0]) = (50, 60);
        Assert.Equal(before, margin.Evaluate(2));

        var best = margin.Maximize(1);
        Assert.Throws<InvalidOperationException>(() => best.Point[0] = 50);
        Assert.Throws<InvalidOperationException>(() => best.Searches[0].Start[0] = 50);
    }

    /// <summary>What a model says in each of its ways, at a point.</summary>
    private static double[] Meaning(Stalls model)
    {
        var gradient = new double[2];
        return
        [
            model.CreateLogDensity().Evaluate([0.3, 0.7], gradient), .. gradient, model.Trace(new() { Street = 0.3, Level = 0.7 }).LogDensity,
            model.With(price: [1, 2]).Trace(new() { Street = 0.3, Level = 0.7 }).LogDensity, model.Do(street: 0.3).CreateLogDensity().Evaluate([0.7], gradient.AsSpan(1)),
            .. model.Do(level: 0.7).Draw(seed: 2).Sold,
        ];
    }
}
