using System;
using System.Globalization;
using System.Linq;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Models run forwards: from priors, under interventions, and over data of any length.</summary>
public class SimulationTests
{
    private const int Draws = 20_000;
    private static readonly Vector Prices = new double[] { 1, 2, 4 };
    private static readonly Deliveries Unseen = new(speed: [1, 1], days: [1, 2], rounds: new int[,] { { 1, 1 } }, late: true);

    [Fact]
    public void A_draw_holds_together()
    {
        var world = new Demand(Prices).Draw(seed: 3);
        Assert.Equal(3, world.Sales.Length);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(world.A * Math.Pow(Prices[i], world.B), world.Mu[i], 1e-12 * world.Mu[i]);
            Assert.NotEqual(world.Mu[i], world.Sales[i]);
        }

        Assert.Equal(world.Sales, new Demand(Prices).Draw(seed: 3).Sales);
        Assert.NotEqual(world.Sales, new Demand(Prices).Draw(seed: 4).Sales);
    }

    [Fact]
    public void Prior_predictive_draws_have_the_priors_moments()
    {
        var prior = new Demand(Prices).PriorPredictive(Draws, seed: 5);
        SimulatedMoments.Agree(prior.A.Values, 100, 40, kurtosis: 3 + 6 / 6.25);
        SimulatedMoments.Agree(prior.B.Values, 0, 1);
        var half = Math.Sqrt(2 / Math.PI);
        SimulatedMoments.Agree(prior.Sigma.Values, half, Math.Sqrt(1 - 2 / Math.PI), kurtosis: 3.8692);

        // At a price of 1 the mean is a alone, and sales are a plus a normal of random scale: their variance is 40² + E(sigma²).
        SimulatedMoments.Agree(prior.Sales[0].Values, 100, Math.Sqrt(1600 + 1), kurtosis: 4);
    }

    [Fact]
    public void Setting_a_latent_leaves_the_others_random()
    {
        var prior = new Demand(Prices).Do(a: 100, b: -1).PriorPredictive(Draws, seed: 6);
        Assert.All(prior.A.Values.ToArray(), value => Assert.Equal(100, value));
        Assert.All(prior.Mu[2].Values.ToArray(), value => Assert.Equal(25, value, 1e-12));
        SimulatedMoments.Agree(prior.Sigma.Values, Math.Sqrt(2 / Math.PI), Math.Sqrt(1 - 2 / Math.PI), kurtosis: 3.8692);

        // A normal of half-normal scale: variance 1, fourth moment 3 E(sigma⁴) = 9.
        SimulatedMoments.Agree(prior.Sales[2].Values, 25, 1, kurtosis: 9);
    }

    [Fact]
    public void Setting_a_deterministic_cuts_its_parents()
    {
        var prior = new Demand(Prices).Do(mu: [5, 6, 7]).PriorPredictive(Draws, seed: 8);
        Assert.All(prior.Mu[1].Values.ToArray(), value => Assert.Equal(6, value));
        SimulatedMoments.Agree(prior.Sales[1].Values, 6, 1, kurtosis: 9);

        // Its parents are as they were, and have nothing to do with sales any more.
        SimulatedMoments.Agree(prior.A.Values, 100, 40, kurtosis: 3 + 6 / 6.25);
        Assert.InRange(Correlation(prior.A.Values, prior.Sales[0].Values), -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
        Assert.True(Correlation(new Demand(Prices).PriorPredictive(2000).A.Values, new Demand(Prices).PriorPredictive(2000).Sales[0].Values) > 0.99);
    }

    [Fact]
    public void Interventions_add_up_and_the_last_one_counts()
    {
        var world = new Demand(Prices).Do(a: 1).Do(b: 0, sigma: 1e-12).Do(a: 50).Draw();
        Assert.Equal((50, 0), (world.A, world.B));
        Assert.Equal(50, world.Sales[0], 1e-9);
    }

    [Fact]
    public void Interventions_stay_when_data_change()
    {
        var world = new Demand(Prices).Do(a: 50, b: 0).With(price: [1, 2, 3, 4, 5]).Draw();
        Assert.Equal((5, 50), (world.Mu.Length, world.Mu[4]));
    }

    [Fact]
    public void What_the_caller_writes_into_an_array_later_is_none_of_the_models_data()
    {
        int[] tosses = [10, 20];
        var model = new Coins(tosses, [3, 9]);
        var posterior = model.Sample(draws: 50, tune: 50, chains: 1);
        var before = posterior.PosteriorPredictive(seed: 1).Heads[1].Values.ToArray();
        tosses[1] = 2000;
        Assert.Equal([10, 20], model.Tosses);
        Assert.Equal(before, posterior.PosteriorPredictive(seed: 1).Heads[1].Values.ToArray());
        Assert.Equal(before, posterior.Predict(seed: 1).Heads[1].Values.ToArray());
        Assert.InRange(model.With(heads: [1, 1]).Draw(seed: 2).Heads[1], 0, 20);
    }

    [Fact]
    public void A_count_that_an_integer_does_not_hold_is_refused_one_by_one_and_given_as_a_number_in_draws()
    {
        var bright = new Photons(count: [1, 1], detectors: 3, logRate: 22);
        var refused = Assert.Throws<InvalidOperationException>(() => bright.Draw(seed: 1).Count);
        Assert.StartsWith("Photons: element 0 of 'count' is 3.58", refused.Message, StringComparison.Ordinal);
        SimulatedMoments.Agree(bright.PriorPredictive(Draws).Count[0].Values, Math.Exp(22), Math.Exp(11), kurtosis: 3);
    }

    [Fact]
    public void A_draw_that_its_type_does_not_hold_is_refused_and_not_cut()
    {
        var (world, prior) = (Unseen.Draw(seed: 1), Unseen.PriorPredictive(draws: 1, seed: 1));
        void Refuses(Func<object> member, string which, double value, string type, string declared) => Assert.Equal(
            $"Deliveries: {which} is {value.ToString("G6", CultureInfo.InvariantCulture)}, and {type}: PriorPredictive gives it as a double, and so does Draw where {declared}",
            Assert.Throws<InvalidOperationException>(member).Message);
        Refuses(() => world.Days, "element 0 of 'days'", prior.Days[0].Values[0], "int holds whole numbers only", "'days' is declared as Vector");
        Refuses(() => world.Rounds, "element 0 of 'rounds'", prior.Rounds[0, 0].Values[0], "int holds whole numbers only", "'rounds' is declared as Matrix");
        Refuses(() => world.Late, "'late'", prior.Late.Values[0], "bool holds 0 or 1 only", "'late' is declared as double");
        Assert.Contains($"late = {prior.Late.Values[0].ToString("G6", CultureInfo.InvariantCulture)}", world.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_have_as_many_draws_as_the_posterior_though_no_latent_has_elements()
    {
        var posterior = new Noise([1, 2, 3], new Matrix(3, 0)).Sample(draws: 1000, tune: 10, chains: 2);
        var predicted = posterior.PosteriorPredictive(seed: 4).Y;
        Assert.Equal((2, 1000), (predicted.Chains, predicted.DrawsPerChain));
        SimulatedMoments.Agree(predicted[2].Values, 0, 1, kurtosis: 3);
    }

    [Fact]
    public void A_latent_vector_can_be_set()
    {
        var rows = SyntheticData.GroupedRegression(rows: 12, groups: 3).Do(alpha: [10, 20, 30], beta: 0, sigma: 1e-12).Draw(seed: 2);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(10 * (i % 3 + 1), rows.Y[i], 1e-9);
        }
    }

    [Fact]
    public void An_intervened_root_is_not_sampled()
    {
        var model = SyntheticData.Demand(60);
        var posterior = model.Do(b: -1.1).Sample(draws: 200, tune: 200, chains: 2, seed: 3);
        Assert.All(posterior.B.Values.ToArray(), value => Assert.Equal(-1.1, value));
        Assert.Equal(model.CreateLogDensity().Dimension - 1, model.Do(b: -1.1).CreateLogDensity().Dimension);
        Assert.InRange(posterior.A.Mean, 95, 105);
    }

    [Fact]
    public void Predictions_may_have_another_length()
    {
        var posterior = SyntheticData.Demand(60).Sample(draws: 300, tune: 300, chains: 2, seed: 3);
        var predictions = posterior.Predict(price: [0.5, 1, 2, 3.5, 8], seed: 9);
        Assert.Equal((5, 2, 300), (predictions.Sales.Length, predictions.Sales.Chains, predictions.Sales.DrawsPerChain));
        for (var draw = 0; draw < 600; draw += 37)
        {
            var expected = posterior.A.Values[draw] * Math.Pow(8, posterior.B.Values[draw]);
            Assert.Equal(expected, predictions.Mu[4].Values[draw], 1e-12 * expected);
        }

        Assert.Equal(predictions.Sales[3].Values, posterior.Predict(price: [0.5, 1, 2, 3.5, 8], seed: 9).Sales[3].Values);
        Assert.Equal(60, posterior.PosteriorPredictive().Sales.Length);

        // Noise comes on top of the mean's uncertainty, and is independent of it.
        var noise = predictions.Sales[2].Values.ToArray().Zip(predictions.Mu[2].Values.ToArray(), (sale, mean) => sale - mean).ToArray();
        var sigma = Math.Sqrt(posterior.Sigma.Values.ToArray().Average(value => value * value));
        SimulatedMoments.Agree(noise, 0, sigma, kurtosis: 3.5);
    }

    private static double Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (a, b) = (first.ToArray(), second.ToArray());
        var (meanA, meanB) = (a.Average(), b.Average());
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum()
            / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
