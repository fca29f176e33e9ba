using System;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Posteriors.Tests.BadInput.Refusals;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>What cannot be done with a model or a posterior is refused, in words that say what could.</summary>
public class VerbTests
{
    private static readonly Demand.Posterior Posterior = SyntheticData.Demand(30).Sample(draws: 50, tune: 100, chains: 2, seed: 3);

    [Fact]
    public void Sampling_what_is_not_observed() => Says<InvalidOperationException>(
        "Demand: 'sales' is not observed; call Observe(sales: …) first, or PriorPredictive to simulate",
        () => new Demand([1, 2]).Sample());

    [Fact]
    public void An_intervention_of_another_length() => Says<ArgumentException>(
        "Demand: 'mu' is set to 3 elements, but it is 2 elements under these data.",
        () => new Demand([1, 2]).Do(mu: [1, 2, 3]));

    [Fact]
    public void An_intervention_that_is_not_finite() => Says<ArgumentException>(
        "'a' cannot be set to a value that is not finite. (Parameter 'values')",
        () => new Demand([1, 2]).Do(a: double.NaN));

    [Fact]
    public void Sampling_with_a_deterministic_set() => Says<InvalidOperationException>(
        "Demand: the posterior with 'mu' set by Do cannot be sampled, because it is computed from latents, which would have to be averaged out; "
            + "Draw and PriorPredictive can simulate it",
        () => new Demand([1, 2], [50, 60]).Do(mu: [50, 60]).Sample());

    [Fact]
    public void Sampling_with_a_latent_set_outside_its_support() => Says<InvalidOperationException>(
        "Demand: 'sigma' is set to -1 by Do, which is outside its support",
        () => new Demand([1, 2], [50, 60]).Do(sigma: -1).Sample());

    [Theory]
    [InlineData(2, 3, "position", 2)]
    [InlineData(4, 3, "position", 4)]
    [InlineData(3, 2, "gradient", 2)]
    [InlineData(3, 4, "gradient", 4)]
    public void A_log_density_at_a_position_of_another_length(int position, int gradient, string name, int length)
    {
        var demand = new Demand([1, 2], [50, 60]);
        Says<ArgumentException>(
            $"Demand: '{name}' has length {length}, but the log-density has dimension 3: give spans as long as its Dimension (Parameter '{name}')",
            () => demand.CreateLogDensity().Evaluate(new double[position], new double[gradient]));
        Says<ArgumentException>(
            $"Demand: '{name}' has length {length - 1}, but the log-density has dimension 2: give spans as long as its Dimension (Parameter '{name}')",
            () => demand.Do(b: -1).CreateLogDensity().Evaluate(new double[position - 1], new double[gradient - 1]));
    }

    [Fact]
    public void A_scale_among_the_data_that_is_zero() => Says<ArgumentException>(
        "NormalMean: sigma of Normal must be positive in 'y ~ Normal(mu, sigma)'; sigma is 0",
        () => new NormalMean([1, 2], sigma: 0, priorSd: 1).Sample(chains: 1));

    [Fact]
    public void A_price_of_zero_among_the_data_is_no_obstacle() =>
        Assert.All(new Demand([0, 1, 2], [0, 4, 3]).With().Sample(new SamplingOptions { Chains = 1, Seed = 3 }).B.Values.ToArray(), b => Assert.True(double.IsFinite(b)));

    [Fact]
    public void A_potential_that_is_no_number() => Says<SamplingException>(
        "Chain 0 cannot start: the log-density or its gradient is not finite at any of 100 random initial points: Shrunk: 'Potential(-Square(mu) * Sqrt(Mean(y)))' is NaN: the potential is NaN",
        () => new Shrunk([-1]).Sample(chains: 1, seed: 1));

    [Fact]
    public void Bounds_that_cross() => Says<ArgumentException>(
        "The bounds cross at element 0: the lower end is 4, the upper end 2.",
        () => Posterior.Profit(unitCost: 0.3).Maximize(price: [3], Bounds.Between(4, 2)));

    [Fact]
    public void A_start_below_its_bound() => Says<ArgumentException>(
        "The start of 'price[1]' is -0.5, below its lower bound 0. (Parameter 'price')",
        () => Posterior.Profit(unitCost: 0.3).Maximize(price: [1, -0.5], Bounds.AtLeast(0)));

    [Fact]
    public void A_start_above_its_bound() => Says<ArgumentException>(
        "The start of 'price[0]' is 9, above its upper bound 5. (Parameter 'price')",
        () => Posterior.Profit(unitCost: 0.3).Maximize(price: [9], Bounds.Between(0, 5)));

    [Fact]
    public void Bounds_of_another_length() => Says<ArgumentException>(
        "'price': There are bounds for 3 elements; the decision has 2.",
        () => Posterior.Profit(unitCost: 0.3).Maximize(price: [1, 2], Bounds.Between([0, 0, 0], [5, 5, 5])));

    [Fact]
    public void A_start_without_a_finite_utility() => Says<ArgumentException>(
        "The expected utility is NaN at the start, price = [-1]: the utility is not finite in 100 of 100 draws, the first of them draw 0. (Parameter 'start')",
        () => Posterior.Profit(unitCost: 0.3).Maximize(price: [-1]));

    [Fact]
    public void An_argument_of_an_objective_that_is_no_number() => Says<ArgumentException>(
        "Demand.Profit: 'unitCost' is NaN (Parameter 'unitCost')", () => Posterior.Profit(unitCost: double.NaN));

    [Fact]
    public void An_element_that_there_is_not() => Says<ArgumentOutOfRangeException>(
        "'mu' has no element 30: it has 30 elements, numbered from 0 to 29. (Parameter 'element')", () => Posterior.Mu[30]);

    [Fact]
    public void A_prediction_that_no_distribution_allows() => Says<ArgumentOutOfRangeException>(
        "Demand: 'sales[1]' cannot be drawn: mu of Normal must be finite; it is NaN", () => Posterior.Predict(price: [2.0, -3.0]));

    [Fact]
    public void No_draws() => Says<ArgumentOutOfRangeException>(
        "Draws is 0; it must be at least 1. (Parameter 'Draws')\nActual value was 0.", () => SyntheticData.Demand(5).Sample(draws: 0));

    [Fact]
    public void No_chains() => Says<ArgumentOutOfRangeException>(
        "Chains is 0; it must be at least 1. (Parameter 'Chains')\nActual value was 0.", () => SyntheticData.Demand(5).Sample(chains: 0));

    [Fact]
    public void Negative_tuning() => Says<ArgumentOutOfRangeException>(
        "Tune is -1; it must be at least 0. (Parameter 'Tune')\nActual value was -1.", () => SyntheticData.Demand(5).Sample(tune: -1));

    [Fact]
    public void An_acceptance_of_one() => Says<ArgumentOutOfRangeException>(
        "TargetAccept is 1; it must be between 0 and 1, both excluded. (Parameter 'TargetAccept')\nActual value was 1.",
        () => SyntheticData.Demand(5).Sample(new SamplingOptions { TargetAccept = 1 }));

    [Fact]
    public void An_initial_point_of_another_length() => Says<ArgumentException>(
        "InitialPoint has 2 coordinates; it must have 3, one for each unconstrained coordinate, or 12, those of each of the 4 chains. (Parameter 'options')",
        () => SyntheticData.Demand(5).Sample(new SamplingOptions { InitialPoint = [0, 0] }));

    [Fact]
    public void A_prior_predictive_without_draws() => Says<ArgumentOutOfRangeException>(
        "draws ('0') must be greater than or equal to '1'. (Parameter 'draws')\nActual value was 0.", () => new Demand([1, 2]).PriorPredictive(draws: 0));

    [Fact]
    public void A_quantity_that_is_not_there() => Says<System.Collections.Generic.KeyNotFoundException>(
        "The posterior has no quantity 'c'; it has a, b, sigma, mu.", () => Posterior.Summary("c"));

    [Fact]
    public void Predictions_for_more_groups() => Says<InvalidOperationException>(
        "GroupedRegression: 'alpha' has 6 elements in the posterior and 7 under the new data, so its draws say nothing of them",
        () => SyntheticData.GroupedRegression().Sample(draws: 20, tune: 20, chains: 1).Predict(groups: 7));

    [Fact]
    public void Predictions_for_groups_of_other_labels() => Says<InvalidOperationException>(
        "GroupedRegression: element 1 of 'alpha' is 'b' in the posterior and 'c' under the new data: give the labels that were sampled, in their order",
        () => new GroupedRegression([0, 1, 2], [1, 2, 3], [1, 2, 3], ["a", "b", "c"]).Sample(draws: 20, tune: 20, chains: 1).Predict(groups: new[] { "a", "c", "b" }));

    [Fact]
    public void Predictions_for_as_many_groups_without_labels_are_of_the_same() =>
        Assert.Equal(3, new GroupedRegression([0, 1, 2], [1, 2, 3], [1, 2, 3], ["a", "b", "c"]).Sample(draws: 20, tune: 20, chains: 1).Predict(groups: 3).Y.Length);

    [Fact]
    public void Predictions_of_lengths_that_agree_through_what_is_drawn() => Says<ArgumentException>(
        "GroupedRegression: 'x' has 2 elements, 'group' has 3 (they share an axis in 'y ~ Normal(alpha[group] + beta * x, sigma)')",
        () => new GroupedRegression([0, 1, 2], [1, 2, 3], [1, 2, 3], 3).Sample(draws: 20, tune: 20, chains: 1).Predict(x: [1, 2]));
}
