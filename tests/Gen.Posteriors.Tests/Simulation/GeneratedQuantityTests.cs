using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Quantities that are drawn once the latents are known: from the right distributions, with every draw of the latents, and nowhere in the log-density.</summary>
public class GeneratedQuantityTests
{
    // √n D of Kolmogorov and Smirnov exceeds it once in ten thousand correct samplers, more seldom where single points have probability.
    private const double Critical = 2.23;

    private static readonly Vector X = Enumerable.Range(0, 12).Select(i => i / 6.0 - 1).ToArray();
    private static readonly Growth Model = new(X, new GrowthAlone(X).Do(slope: 0.7, level: 0.4, sigma: 0.6).Draw(seed: 8).Y, ahead: 5);
    private static readonly Growth.Posterior Posterior = Model.Sample(draws: 2500, tune: 500, chains: 4, seed: 9);

    /// <summary>Given the latents every quantity is independent of the others, so that its cumulative probability is uniform over the draws.</summary>
    [Fact]
    public void Numbers_follow_their_distribution_given_the_latents()
    {
        IsUniform(draw => Normal(Posterior.Mu[3].Values[draw], Posterior.Sigma.Values[draw]).Cdf(Posterior.YRep[3].Values[draw]));
        IsUniform(draw => Normal(Posterior.Level.Values[draw], Posterior.Sigma.Values[draw]).Cdf(Posterior.Walk[0].Values[draw]));
        IsUniform(draw => Normal(Posterior.Walk[2].Values[draw], Posterior.Sigma.Values[draw]).Cdf(Posterior.Walk[3].Values[draw]));
        IsUniform(draw => Gamma(2, Posterior.Sigma.Values[draw]).Cdf(Posterior.Grid[1, 4].Values[draw]));
        IsUniform(draw => Normal(Posterior.Share.Values[draw], 0.01).Cdf(Posterior.Late.Values[draw]));
        IsUniform(draw => Mixture(
            [0.25, 0.75], Normal(Posterior.Level.Values[draw], Posterior.Sigma.Values[draw]), Normal(Posterior.Slope.Values[draw] - 3, 0.5)).Cdf(Posterior.Either.Values[draw]));
        IsUniform(draw => Normal(3 * Posterior.Level.Values[draw], Math.Sqrt(3) * Posterior.Sigma.Values[draw])
            .Cdf(Posterior.Sorted[0].Values[draw] + Posterior.Sorted[1].Values[draw] + Posterior.Sorted[2].Values[draw]));
        IsUniform(draw => Normal(Posterior.Level.Values[draw] + Posterior.Slope.Values[draw], Math.Sqrt(4) * Posterior.Sigma.Values[draw])
            .Cdf(Posterior.Pair[0].Values[draw] + Posterior.Pair[1].Values[draw]));
        IsUniform(draw => Exponential(1 / Posterior.Sigma.Values[draw]).Cdf(Posterior.Excess[4].Values[draw]));
        IsUniform(draw => Beta(1 + Posterior.Sigma.Values[draw], 3).Cdf(Posterior.Shares[0].Values[draw]));
    }

    [Fact]
    public void Integers_follow_their_distribution_given_the_latents()
    {
        // A sum of independent numbers of given means and variances, in standard errors: beyond five once in two million.
        void IsStandard(Func<int, double> value, Func<int, double> mean, Func<int, double> variance)
        {
            var draws = Enumerable.Range(0, Posterior.Level.Count).ToArray();
            Assert.InRange(draws.Sum(draw => value(draw) - mean(draw)) / Math.Sqrt(draws.Sum(variance)), -5, 5);
        }

        double Rate(int draw) => Math.Exp(Posterior.Level.Values[draw]);
        double First(int draw) => Rate(draw) / (Rate(draw) + Math.Exp(Posterior.Slope.Values[draw]) + 1);
        IsStandard(draw => Posterior.Arrivals[4].Values[draw], Rate, Rate);
        IsStandard(draw => Posterior.Arrivals[0].Values[draw] == 0 ? 1 : 0, draw => Math.Exp(-Rate(draw)), draw => Math.Exp(-Rate(draw)) * (1 - Math.Exp(-Rate(draw))));
        IsStandard(draw => Posterior.Source.Values[draw] == 0 ? 1 : 0, First, draw => First(draw) * (1 - First(draw)));
        Assert.All(Posterior.Source.Values.ToArray(), source => Assert.Contains(source, new double[] { 0, 1, 2 }));
        Assert.All(Posterior.Arrivals[2].Values.ToArray(), count => Assert.Equal(Math.Floor(count), count));
    }

    [Fact]
    public void What_is_computed_from_them_belongs_to_the_same_draw()
    {
        for (var draw = 0; draw < Posterior.Level.Count; draw += 500)
        {
            double[] replicated = [.. Enumerable.Range(0, X.Length).Select(i => Posterior.YRep[i].Values[draw])];
            Assert.Equal(replicated.Count(y => y > Posterior.Level.Values[draw]) / (double)X.Length, Posterior.Share.Values[draw], 1e-15);
            var rises = Posterior.Slope.Values[draw] > Posterior.Level.Values[draw];
            Assert.Equal((rises ? 1.0 : 0, rises ? X.Length - 1.0 : -1), (Posterior.Rises.Values[draw], Posterior.Steepest.Values[draw]));
            Assert.True(Posterior.Sorted[0].Values[draw] < Posterior.Sorted[1].Values[draw] && Posterior.Sorted[1].Values[draw] < Posterior.Sorted[2].Values[draw]);
            Assert.Equal(replicated.Max() > Max(Model.Y!) ? 1.0 : 0.0, Posterior.Exceeds.Values[draw]);
            Assert.Equal(Normal(Posterior.Mu[2].Values[draw], Posterior.Sigma.Values[draw]).LogDensity(Model.Y![2]), Posterior.LogLikelihood[2].Values[draw], 1e-12);
        }
    }

    [Fact]
    public void Draws_do_not_depend_on_threads_but_on_the_seed()
    {
        Growth.Posterior On(int threads, long seed) => Model.Sample(new SamplingOptions { Draws = 100, Tune = 100, Seed = seed, Threads = threads });
        var one = On(1, 3);
        foreach (var several in new[] { On(2, 3), On(4, 3) })
        {
            foreach (var (expected, actual) in one.Quantities.Zip(several.Quantities))
            {
                Assert.Equal(expected.Values, actual.Values);
            }
        }

        Assert.NotEqual(one.Arrivals.Element(0).ToArray(), On(1, 4).Arrivals.Element(0).ToArray());
        Assert.Equal(4 * 100, one.YRep[0].Values.ToArray().Distinct().Count());
    }

    [Fact]
    public void Simulation_and_prediction_draw_them_too()
    {
        var prior = Model.Do(slope: 0, level: 0.5, sigma: 1).PriorPredictive(20_000, seed: 1);
        SimulatedMoments.Agree(prior.YRep[7].Values, 0.5, 1);
        SimulatedMoments.Agree(prior.Walk[4].Values, 0.5, Math.Sqrt(5));
        SimulatedMoments.Agree(prior.Arrivals[1].Values, Math.Exp(0.5), Math.Exp(0.25), kurtosis: 3 + Math.Exp(-0.5));
        var world = Model.Draw(seed: 2);
        Assert.Equal((5, 2, 3), (world.Arrivals.Length, world.Grid.Rows, world.Shares.Length));
        Assert.Equal(world.YRep.AsSpan().ToArray().Count(y => y > world.Level) / 12.0, world.Share, 1e-15);

        var predicted = Posterior.Predict(x: [0, 2], y: [0, 0], ahead: 3, seed: 5);
        Assert.Equal((2, 3), (predicted.YRep.Length, predicted.Walk.Length));
        double Predicted(int draw) => Normal(Posterior.Level.Values[draw] + 2 * Posterior.Slope.Values[draw], Posterior.Sigma.Values[draw]).Cdf(predicted.YRep[1].Values[draw]);
        IsUniform(Predicted);
        Assert.NotEqual(Posterior.Arrivals.Element(0).ToArray(), Posterior.PosteriorPredictive(seed: 9).Arrivals.Element(0).ToArray());
    }

    [Fact]
    public void They_add_nothing_to_the_log_density()
    {
        var (density, plain) = (Model.CreateLogDensity(), new GrowthAlone(X, Model.Y!).CreateLogDensity());
        Assert.Equal(3, density.Dimension);
        double[][] points = [[0.1, -0.4, 0.3], [1.2, 0.5, -1], [-2, 0, 0.7]];
        foreach (var point in points)
        {
            var (gradient, expected) = (new double[3], new double[3]);
            Assert.Equal(plain.Evaluate(point, expected), density.Evaluate(point, gradient));
            Assert.Equal(expected, gradient);
        }

        var trace = Model.Trace(new() { Slope = 1, Level = 0.5, Sigma = 0.3 }, seed: 1);
        Assert.Equal(["slope", "level", "sigma", "y"], trace.Terms.Select(term => term.Name));
        Assert.Equal(12, trace.Quantities["yRep"].Length);
        Assert.Equal(trace.Quantities["yRep"].Count(y => y > 0.5) / 12.0, trace.Quantities["share"][0], 1e-15);
    }

    [Fact]
    public void Under_Do_they_follow_what_is_set()
    {
        var posterior = Model.Do(level: -1).Sample(draws: 500, tune: 300, seed: 2);
        IsUniform(draw => Normal(-1, posterior.Sigma.Values[draw]).Cdf(posterior.Walk[0].Values[draw]), posterior.Level.Count);
        Assert.Equal(
            "Growth: the posterior with 'source' set by Do cannot be sampled, because it is drawn after the latents, so that setting it changes no draw of them; Draw and PriorPredictive can simulate it",
            Assert.Throws<InvalidOperationException>(() => Model.Do(source: 1).Sample()).Message);
        Assert.Equal(2, Model.Do(source: 2).Draw().Source);
    }

    [Fact]
    public void What_cannot_be_drawn_is_no_number_and_the_run_is_kept()
    {
        var posterior = new Traffic([1, 0]).Sample(draws: 200, tune: 200, seed: 3);
        Assert.Contains(posterior.Power.Values.ToArray(), power => power < 0);
        for (var draw = 0; draw < posterior.Power.Count; draw++)
        {
            var isDrawn = posterior.Power.Values[draw] >= 0;
            Assert.Equal((true, true, isDrawn, isDrawn), (
                double.IsFinite(posterior.Noise.Values[draw]), double.IsFinite(posterior.Count[0].Values[draw]),
                double.IsFinite(posterior.Count[1].Values[draw]), double.IsFinite(posterior.Later.Values[draw])));
        }

        Assert.Contains("Error: some draws are not finite: count[1], later.", posterior.Summary().Warnings);
    }

    private static void IsUniform(Func<int, double> probability, int? count = null)
    {
        double[] draws = [.. Enumerable.Range(0, count ?? Posterior.Level.Count).Select(probability).Order()];
        var distance = draws.Select((value, i) => Math.Max(Math.Abs(value - (double)i / draws.Length), Math.Abs(value - (i + 1.0) / draws.Length))).Max();
        Assert.InRange(Math.Sqrt(draws.Length) * distance, 0, Critical);
    }
}
