using System;
using System.Linq;
using Xunit;
using static Gen.Posteriors.Tests.BadInput.Refusals;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>What was drawn or given by data that a prediction replaces is refused, where it would follow the old ones without a word.</summary>
public class ReplacedDataTests
{
    private static readonly SamplingOptions Few = new() { Draws = 50, Tune = 100, Chains = 1, Seed = 1 };

    private static readonly Doses.Posterior Treated = new Doses(2, [0, 1], [4, 5], 0.1).Sample(Few);

    private static readonly Priors.Posterior Fitted = new Priors([1, 2], [1, 3], [1, 1], 2, [2, 4]).Sample(Few);

    private static readonly Mediators.Posterior Mediated = new Mediators([1, 2, 3], [2, 4, 6], [6, 12, 18], [0, 4, 10], [0, 12, 42]).Sample(Few);

    [Fact]
    public void A_latent_with_a_prior_of_the_data() => Says<InvalidOperationException>(
        Drawn("Doses", "response", "dose"), () => Treated.Predict(dose: 3));

    [Theory]
    [InlineData("each", "x")]
    [InlineData("slope", "w")]
    public void A_latent_with_a_prior_of_elements_or_of_a_scale(string latent, string data) => Says<InvalidOperationException>(
        Drawn("Priors", latent, data), () => data == "x" ? Fitted.Predict(x: [1, 3]) : Fitted.Predict(w: [1, 4]));

    [Fact]
    public void A_process_at_other_points()
    {
        var process = new Processes([0, 1, 2], [1], [1, 2, 1]).Sample(Few);
        Says<InvalidOperationException>(Drawn("Processes", "f", "x"), () => process.Predict(x: [100, 101, 102]));
        var there = process.Predict(at: [1, 100]).There.Mean;
        Assert.Equal(process.F.Mean[1], there[0], 0.01);
        Assert.Equal(0, there[1], 0.01);
    }

    [Fact]
    public void Equal_data_change_nothing()
    {
        Assert.Equal(Treated.PosteriorPredictive(seed: 2).Y[0].Values, Treated.Predict(dose: 2, times: [0, 1], seed: 2).Y[0].Values);
        Assert.Equal(Fitted.PosteriorPredictive(seed: 2).Y[0].Values, Fitted.Predict(x: [1, 2], w: [1, 3], seed: 2).Y[0].Values);
    }

    [Fact]
    public void What_no_prior_reads_is_replaced() => Assert.Equal(
        [.. Treated.PosteriorPredictive(seed: 2).Y[1].Values.ToArray().Select(y => Math.Round(y + 10, 9))],
        Treated.Predict(times: [0, 11], seed: 2).Y[1].Values.ToArray().Select(y => Math.Round(y, 9)));

    [Fact]
    public void Lengths_are_no_values_and_the_scale_of_what_was_observed_stays()
    {
        Assert.Equal(2, Fitted.Predict(v: [5, 7], row: 2).Y.Length);
        Assert.Equal(2, Fitted.Predict(y: [20, 40]).Y.Length);
    }

    [Fact]
    public void What_was_observed_may_be_a_condition_of_a_latent_too()
    {
        var posterior = new Conditioned([1, 2, 3], [2, 4, 6]).Sample(Few);
        Says<InvalidOperationException>(Drawn("Conditioned", "z", "m"), () => posterior.Predict(m: [10, 20, 30]));
        Assert.Equal(3, posterior.Predict(m: [1, 2, 3], y: [20, 40, 60]).Y.Length);
    }

    [Fact]
    public void A_latent_that_is_set_depends_on_nothing()
    {
        var set = new Priors([1, 2], [1, 3], [1, 1], 2, [2, 4]).Do(slope: 2).Sample(Few);
        Assert.Equal(2, set.Predict(w: [1, 4]).Y.Length);
        Says<InvalidOperationException>(Drawn("Priors", "each", "x"), () => set.Predict(x: [1, 4]));
    }

    [Fact]
    public void An_objective_that_reads_no_such_latent_decides_the_data() =>
        Assert.Equal(Treated.Slope.Mean / 2, Treated.Benefit().Maximize(dose: 0.5).Dose, 1e-4);

    [Fact]
    public void What_reads_the_data_that_would_be_predicted() => Says<InvalidOperationException>(
        Chained, () => Mediated.Predict(x: [10, 10, 10]));

    [Fact]
    public void The_same_of_another_length() => Says<InvalidOperationException>(
        Chained, () => Mediated.Predict(x: [10, 10], first: [0, 0], second: [0, 0]));

    [Fact]
    public void With_the_data_given_too_there_are_predictions()
    {
        Assert.Equal(60, Mediated.Predict(x: [10, 10, 10], m: [20, 20, 20]).Y.Mean[1], 1.0);
        Assert.Equal(12, Mediated.Predict(x: [10, 10, 10], m: [2, 4, 6]).Y.Mean[1], 1.0);
        Assert.Equal(30, Mediated.Predict(m: [10, 10, 10]).Y.Mean[1], 1.0);
        Assert.Equal(60, Mediated.Predict(x: [10, 10], m: [20, 20], first: [0, 0], second: [0, 0]).Y.Mean[1], 1.0);
    }

    [Fact]
    public void What_one_loop_draws_follows_itself()
    {
        var predicted = Mediated.Predict(x: [10, 10, 10], m: [20, 20, 20]);
        Assert.Equal(20, predicted.First.Mean[1], 1.0);
        Assert.Equal(60, predicted.Second.Mean[1], 2.0);
    }

    private const string Chained = "Mediators: 'm' would be predicted by other values of 'x', and 'y' by 'm' as given before: give 'm' too, Predict(x: …, m: …)";

    private static string Drawn(string model, string latent, string data) =>
        $"{model}: '{latent}' was drawn with other values of '{data}', on which its prior depends, so its draws say nothing of it under these: make it a Deterministic of latents whose priors do not "
        + $"depend on them (mu + sigma * z with z ~ Normal(0, 1)), draw it with Generate, or give what its prior makes of '{data}' as data of its own";
}
