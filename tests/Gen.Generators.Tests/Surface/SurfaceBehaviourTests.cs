extern alias runtime;
using System;
using System.Linq;
using Xunit;
using Gamma = runtime::Gen.Distributions.Gamma;
using HalfNormal = runtime::Gen.Distributions.HalfNormal;
using Normal = runtime::Gen.Distributions.Normal;

namespace Gen.Generators.Tests.Surface;

/// <summary>The surface does what it says, whoever wrote the kernels.</summary>
public abstract class SurfaceBehaviourTests(DemandProgram program)
{
    [Fact]
    public void An_intervention_is_what_the_world_has_and_the_rest_follows()
    {
        var world = program.Call<double[]>("Intervened");
        Assert.Equal(100, world[0]);
        Assert.Equal(-1.1, world[1]);
        var expected = program.Call<double[]>("Prices").Select(price => 100 * Math.Pow(price, -1.1)).ToArray();
        Assert.Equal(expected.Length, world.Skip(2).Count());
        Assert.All(expected.Zip(world.Skip(2)), pair => Assert.Equal(1, pair.Second / pair.First, 1e-14));
    }

    [Fact]
    public void An_intervention_on_a_deterministic_cuts_it_from_its_parents() =>
        Assert.All(program.Call<double[]>("MuOfIntervention").Select((sales, i) => sales - (i + 1)), difference => Assert.InRange(difference, -1e-7, 1e-7));

    [Fact]
    public void Models_worlds_and_predictions_print_what_they_hold()
    {
        var printed = program.Call<string[]>("Printed");
        Assert.Equal(
            """
            Demand
              a      latent, a scalar
              b      latent, a scalar
              sigma  latent, a scalar, set to 2
              mu     deterministic, 8 elements
              sales  not observed yet, 8 elements
            """,
            printed[0]);
        Assert.StartsWith("a = 100\nb = -1\nsigma = 2\nmu = [100, 66.6667, 50, 40, 33.3333, 25, 20, 16.6667]\nsales = [", printed[1], StringComparison.Ordinal);

        var lines = printed[2].TrimEnd().Split('\n');
        Assert.Equal("4000 draws, with the ends of the interval that holds 95 % of them", lines[0]);
        Assert.Equal(["mean", "lower", "upper"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            [.. Enumerable.Range(0, 10).Select(i => $"mu[{i}]"), "…", "mu[12]"],
            lines.Skip(2).Take(12).Select(line => line.Split(' ')[0]));
        Assert.Contains("… (2 more rows of mu)", lines);
        Assert.Equal(
            "Demand.Profit, in expectation over 4000 draws\n  given    unitCost = 0.3\n  decides  price (a vector); sizes and bounds are given to Maximize or Minimize",
            printed[3]);
    }

    [Fact]
    public void The_first_prior_draw_is_the_single_draw_of_the_same_seed()
    {
        var prior = program.Call<Draws[]>("Prior");
        Assert.Equal(program.Call<double[]>("FirstWorld"), prior.SelectMany(quantity => Enumerable.Range(0, quantity.Size).Select(i => quantity.Element(i)[0])));
        Assert.All(prior, quantity => Assert.Equal(500, quantity.Count));
    }

    [Fact]
    public void Prior_draws_have_the_moments_of_the_prior()
    {
        // Gamma(mu: 100, sigma: 40) over 500 draws: the mean's standard error is 40/√500 = 1.8; five of them.
        var a = (ScalarDraws)program.Call<Draws[]>("Prior")[0];
        Assert.InRange(a.Mean, 100 - 9, 100 + 9);
    }

    [Fact]
    public void The_posterior_is_typed_and_finds_what_made_the_data()
    {
        var quantities = program.Call<Draws[]>("Quantities");
        Assert.Equal(["a", "b", "sigma", "mu"], quantities.Select(quantity => quantity.Name));
        var (a, b) = ((ScalarDraws)quantities[0], (ScalarDraws)quantities[1]);
        Assert.InRange(a.Mean, 100 - 5 * a.Sd, 100 + 5 * a.Sd);
        Assert.InRange(b.Mean, -1.1 - 5 * b.Sd, -1.1 + 5 * b.Sd);
        Assert.Equal(4000, a.Count);

        var mu = (VectorDraws)quantities[3];
        var prices = program.Call<double[]>("Prices");
        Assert.Equal(a.Element(0)[1234] * Math.Pow(prices[5], b.Element(0)[1234]), mu.Element(5)[1234], 1e-9);
    }

    [Fact]
    public void Posterior_predictions_scatter_about_the_mean_by_sigma()
    {
        var predicted = program.Call<Draws[]>("PosteriorPredictive");
        var (mu, sales) = ((VectorDraws)predicted[0], (VectorDraws)predicted[1]);
        var sigma = (ScalarDraws)program.Call<Draws[]>("Quantities")[2];
        for (var i = 0; i < mu.Length; i++)
        {
            // Their differences are Normal(0, sigma), independently over draws: the mean's standard error is √(E sigma²)/√4000; five of them.
            var rms = Math.Sqrt(sigma.Mean * sigma.Mean + sigma.Sd * sigma.Sd);
            Assert.InRange(sales[i].Mean - mu[i].Mean, -5 * rms / Math.Sqrt(4000), 5 * rms / Math.Sqrt(4000));
            Assert.True(sales[i].Sd > mu[i].Sd);
        }

        Assert.Equal(program.Call<Draws[]>("Quantities")[3].Values.ToArray(), mu.Values.ToArray());
    }

    [Fact]
    public void Predictions_have_the_length_of_the_new_data()
    {
        var predicted = program.Call<Draws[]>("Predict");
        Assert.All(predicted, quantity => Assert.Equal(2, quantity.Size));
        var quantities = program.Call<Draws[]>("Quantities");
        Assert.Equal(quantities[0].Element(0)[77] * Math.Pow(10, quantities[1].Element(0)[77]), predicted[0].Element(1)[77], 1e-9);
    }

    [Fact]
    public void Sampling_under_interventions_keeps_them_and_is_exact_for_the_rest()
    {
        var pinned = program.Call<Draws[]>("Pinned");
        Assert.All(pinned[1].Values.ToArray(), b => Assert.Equal(-1.1, b));
        Assert.All(pinned[2].Values.ToArray(), sigma => Assert.Equal(2, sigma));

        // With the others fixed a has a density of one dimension, which a sum over a fine grid integrates.
        var (prices, sales) = (program.Call<double[]>("Prices"), program.Call<double[]>("Sales"));
        double LogDensity(double a) => Gamma.LogDensity(a, 6.25, 0.0625) + prices.Zip(sales, (price, sold) => Normal.LogDensity(sold, a * Math.Pow(price, -1.1), 2)).Sum();
        var grid = Enumerable.Range(1, 20_000).Select(i => 0.01 * i).ToArray();
        var largest = grid.Max(LogDensity);
        var weights = grid.Select(a => Math.Exp(LogDensity(a) - largest)).ToArray();
        var mean = grid.Zip(weights, (a, weight) => a * weight).Sum() / weights.Sum();

        var draws = (ScalarDraws)pinned[0];
        Assert.InRange(draws.Mean, mean - 5 * draws.McseMean, mean + 5 * draws.McseMean);
        Assert.InRange(draws.McseMean, 0, 0.2);
    }

    [Fact]
    public void The_best_price_is_that_of_economics() =>
        Assert.Equal(0.3 * -1.1 / (1 - 1.1), program.Call<double>("BestPriceAtKnownElasticity"), 1e-5);

    [Fact]
    public void Utilities_average_to_the_value_and_gradients_agree_with_differences()
    {
        var evaluation = program.Call<double[]>("Evaluation");
        Assert.Equal(evaluation[0], evaluation[1], 1e-9);
        Assert.Equal(evaluation[2], evaluation[3], 1e-5);
        Assert.Equal(evaluation[4], evaluation[5], 1e-5);
    }

    [Fact]
    public void A_trace_runs_the_body_at_the_point()
    {
        var trace = program.Call<ModelTrace>("Trace");
        var (prices, sales) = (program.Call<double[]>("Prices"), program.Call<double[]>("Sales"));
        var expected = Gamma.LogDensity(90, 6.25, 0.0625) + Normal.LogDensity(-1, 0, 1) + HalfNormal.LogDensity(3, 1)
            + prices.Zip(sales, (price, sold) => Normal.LogDensity(sold, 90 / price, 3)).Sum();
        Assert.Equal(expected, trace.LogDensity, 1e-9);
        Assert.Equal(["a", "b", "sigma", "sales"], trace.Terms.Select(term => term.Name));
        Assert.Equal([12, 13, 14, 17], trace.Terms.Select(term => term.Line));
    }

    [Fact]
    public void A_trace_obeys_interventions() =>
        Assert.Equal(program.Call<ModelTrace>("Trace").LogDensity, program.Call<ModelTrace>("TraceOfIntervention").LogDensity);

    [Fact]
    public void A_trace_gives_no_other_value_to_what_an_intervention_sets() =>
        Assert.StartsWith("ArgumentException: Demand: 'b' is set by Do; leave it out of the point to trace", program.Call<string>("TraceAgainstIntervention"), StringComparison.Ordinal);

    [Fact]
    public void A_start_that_is_not_finite_is_explained_by_the_statement()
    {
        var message = program.Call<string>("CannotStart");
        Assert.StartsWith("SamplingException: ", message, StringComparison.Ordinal);
        Assert.Contains("Demand: 'sales ~ Normal(mu, sigma)' is −∞ because of sales[0]: mu of Normal must be finite", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_density_under_interventions_is_the_whole_one_at_their_values()
    {
        var densities = program.Call<double[]>("Densities");
        Assert.Equal(densities[0], densities[1]);
        Assert.Equal(densities[2], densities[3]);
        Assert.Equal(densities[4], densities[5]);
    }

    [Theory]
    [InlineData("SampleUnobserved", "InvalidOperationException: Demand: 'sales' is not observed; call Observe(sales: …) first, or PriorPredictive to simulate")]
    [InlineData("TraceUnobserved", "InvalidOperationException: Demand: 'sales' is not observed; call Observe(sales: …) first, or PriorPredictive to simulate")]
    [InlineData("TraceDeterministic", "InvalidOperationException: Demand: 'mu' is set by Do, but the body computes it")]
    [InlineData("SampleDeterministic", "InvalidOperationException: Demand: the posterior with 'mu' set by Do cannot be sampled, because it is computed from latents")]
    [InlineData("SampleOutsideSupport", "InvalidOperationException: Demand: 'a' is set to -1 by Do, which is outside its support")]
    [InlineData("SampleNothingLeft", "InvalidOperationException: Demand: every latent is set by Do, so nothing is left to sample")]
    [InlineData("DoOfAnotherShape", "ArgumentException: Demand: 'mu' is set to 2 elements, but it is 8 elements under these data.")]
    [InlineData("WithOfAnotherLength", "ArgumentException: Demand: 'sales' has 8 elements, 'price' has 2")]
    [InlineData("DoNotANumber", "ArgumentException: 'a' cannot be set to a value that is not finite.")]
    public void Mistakes_are_refused_by_name(string method, string message) => Assert.StartsWith(message, program.Call<string>(method), StringComparison.Ordinal);
}

public sealed class HandWrittenDemandTests(HandWrittenDemand program) : SurfaceBehaviourTests(program), IClassFixture<HandWrittenDemand>;

public sealed class GeneratedDemandTests(GeneratedDemand program) : SurfaceBehaviourTests(program), IClassFixture<GeneratedDemand>;
