using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;
using Gen.Sampling;
using Xunit;
using static Gen.Posteriors.Tests.BadInput.Refusals;

namespace Gen.Posteriors.Tests.Constraints;

/// <summary>Posteriors under <c>Do</c> where latents have fewer coordinates than elements.</summary>
public sealed class InterventionTests
{
    private static readonly Proportions Model = new([0, 0, 2, 1, 0], [1.4, 0.2, 0.9]);

    [Fact]
    public void With_another_latent_set_the_simplex_is_sampled_beside_it()
    {
        var posterior = Model.Do(level: 0.5).Sample(draws: 1000, tune: 500, chains: 2, seed: 7);
        Assert.All(posterior.Level.Values.ToArray(), value => Assert.Equal(0.5, value));
        for (var draw = 0; draw < posterior.Share[0].Values.Length; draw++)
        {
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(k => posterior.Share[k].Values[draw]), 1e-12);
            Assert.Equal(1, Enumerable.Range(0, 2).Sum(k => Math.Pow(posterior.Direction[k].Values[draw], 2)), 1e-12);
        }

        // The second share and the third stand in no likelihood but the kinds': given the first they divide the rest as Beta(2 + 1, 3 + 1) does.
        var ratio = Enumerable.Range(0, posterior.Share[0].Values.Length).Select(draw => posterior.Share[1].Values[draw] / (1 - posterior.Share[0].Values[draw])).ToArray();
        var sd = Math.Sqrt(3.0 * 4 / (49 * 8));
        var ess = Math.Min(posterior.Share[1].EssBulk, posterior.Share[2].EssBulk);
        Assert.True(Math.Abs(ratio.Average() - 3.0 / 7) < 4 * sd / Math.Sqrt(ess), $"{ratio.Average()}, {ess} effective draws");
    }

    [Fact]
    public void A_simplex_that_is_set_takes_its_own_coordinates_alone()
    {
        double[] share = [0.5, 0.2, 0.3];
        var pinned = Model.Do(share: share).CreateLogDensity();
        var whole = Model.CreateLogDensity();
        Assert.Equal((5, 3), (whole.Dimension, pinned.Dimension));

        var position = new double[5];
        global::Gen.Generated.Gen.Posteriors.Tests.Constraints.Proportions.Recorder.Unconstrain(Model.Compiled.Data, [.. share, 0.3, 0.6, 0.8], position);
        var (gradient, free) = (new double[5], new double[3]);
        Assert.Equal(whole.Evaluate(position, gradient), pinned.Evaluate(position.AsSpan(2), free), 1e-12);
        Assert.Equal(gradient[2..], free, (a, b) => Math.Abs(a - b) < 1e-12);

        var posterior = Model.Do(share: share).Sample(draws: 100, tune: 200, chains: 1, seed: 1);
        for (var k = 0; k < 3; k++)
        {
            Assert.All(posterior.Share[k].Values.ToArray(), value => Assert.Equal(share[k], value));
        }

        Assert.True(posterior.Level.Sd > 0.1);
    }

    [Fact]
    public void A_world_is_not_drawn_of_what_is_outside_its_support()
    {
        Says<InvalidOperationException>("Proportions: 'share' is set to [0.5, 0.5, 0.5] by Do, which is outside its support", () => Model.Do(share: [0.5, 0.5, 0.5]).Draw());
        Says<InvalidOperationException>("Proportions: 'direction' is set to [1, 1] by Do, which is outside its support", () => Model.Do(direction: [1, 1]).PriorPredictive());
        Says<InvalidOperationException>("Demand: 'sigma' is set to -1 by Do, which is outside its support", () => new Demand([1, 2]).Do(sigma: -1).Draw());
        Says<InvalidOperationException>("Bounded: 'between' is set to [5, 0] by Do, which is outside its support", () => new Bounded(2).Do(between: [5, 0]).Draw());
    }

    [Fact]
    public void A_world_is_drawn_of_what_lies_at_an_edge_and_of_what_is_cut_from_its_ends()
    {
        Assert.All(Model.Do(share: [1, 0, 0]).Draw(seed: 1).Kind, kind => Assert.Equal(0, kind));
        Assert.Equal(1, new Bounded(2).Do(share: 1, between: [-1, 3]).Draw().Share);
        Assert.Equal([50.0, -50], new Bounded(2).Do(inside: [50, -50]).Draw().Inside);
    }

    [Fact]
    public void A_trace_leaves_out_what_an_intervention_cuts_and_agrees_with_the_log_density_where_there_is_one()
    {
        var model = new Stalls([1, 2], new double[,] { { 1 }, { 0 } }, [1, 2], new int[,] { { 2 }, { 1 } }, [3, 4]);
        var (whole, cut) = (model.Trace(new() { Street = 0.3, Level = 5 }), model.Do(level: 5).Trace(new() { Street = 0.3 }));
        Assert.Equal(["street", "sold"], cut.Terms.Select(term => term.Name));
        Assert.Equal(whole.LogDensity - whole.Terms.Single(term => term.Name == "level").LogDensity, cut.LogDensity, 1e-12);
        Assert.Equal([5.0], cut.Quantities["level"]);
        Assert.Throws<InvalidOperationException>(() => model.Do(level: 5).CreateLogDensity());

        var root = model.Do(street: 0.3);
        Assert.Equal(root.CreateLogDensity().Evaluate([5], new double[1]), root.Trace(new() { Level = 5 }).LogDensity, 1e-12);
    }

    [Fact]
    public void A_vector_off_the_simplex_is_refused() => Says<InvalidOperationException>(
        "Proportions: 'share' is set to [0.5, 0.2, 0.4] by Do, which is outside its support", () => Model.Do(share: [0.5, 0.2, 0.4]).CreateLogDensity());

    [Fact]
    public void A_share_of_zero_is_refused() => Says<InvalidOperationException>(
        "Proportions: 'share' is set to [0.5, 0.5, 0] by Do, which is outside its support", () => Model.Do(share: [0.5, 0.5, 0]).CreateLogDensity());

    [Fact]
    public void A_direction_of_another_length_is_refused() => Says<InvalidOperationException>(
        "Proportions: 'direction' is set to [1, 1] by Do, which is outside its support", () => Model.Do(direction: [1, 1]).CreateLogDensity());
}
