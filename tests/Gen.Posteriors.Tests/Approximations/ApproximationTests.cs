using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Approximations;

/// <summary>Approximations end in posteriors of the model's own type, which know how far they can be trusted.</summary>
public sealed class ApproximationTests
{
    private const int Draws = 4000;

    // y has mean 2 and three elements: with sd 1 and a prior of sd 10 the posterior is Normal(600 / 301, 10 / √301).
    private static readonly NormalMean Exact = new([1, 2, 3], 1, 10);

    private static readonly EightSchoolsCentered Schools = new([15, 10, 16, 11, 9, 11, 10, 18], [28, 8, -3, 7, -1, 1, 18, 12]);

    public static TheoryData<ApproximationMethod> Methods() => [ApproximationMethod.Laplace, ApproximationMethod.Pathfinder, ApproximationMethod.Advi];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Draws_of_a_normal_posterior_are_of_it(ApproximationMethod method)
    {
        var approximation = Of(Exact, method);
        Assert.Equal(method, approximation.Method);
        Assert.True(approximation.IsReliable, approximation.Verdict);
        Assert.InRange(approximation.Gradients, 1, 5000);
        var posterior = approximation.Sample(Draws, seed: 1);
        var sd = 10 / Math.Sqrt(301);
        Assert.Equal(600.0 / 301, posterior.Mu.Mean, 4 * sd / Math.Sqrt(Draws));
        Assert.Equal(sd, posterior.Mu.Sd, 4 * sd / Math.Sqrt(2 * Draws));
        Assert.All(Enumerable.Range(0, Draws), draw => Assert.Equal(Math.Exp(posterior.Mu.Values[draw]), posterior.Scale.Values[draw], 1e-9));
        Assert.Empty(posterior.Summary().Warnings);
        Assert.Equal(Draws, posterior.PosteriorPredictive(seed: 2).Y.Count);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_bound_is_the_evidence_where_the_approximation_is_the_posterior(ApproximationMethod method)
    {
        // y ~ MvNormal(0, I + 100 J), whose determinant is 301 and whose quadratic form of (1, 2, 3) is 14 − 100 · 36 / 301.
        var evidence = -0.5 * (3 * Math.Log(2 * Math.PI) + Math.Log(301) + 14 - 3600.0 / 301);
        Assert.Equal(evidence, Of(Exact, method).Elbo, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_same_seed_gives_the_same(ApproximationMethod method)
    {
        double[] Drawn(long seed, long ofDraws) => Of(Exact, method, new() { Seed = seed }).Sample(50, ofDraws).Mu.Values.ToArray();
        Assert.Equal(Drawn(1, 1), Drawn(1, 1));
        Assert.NotEqual(Drawn(1, 1), Drawn(1, 2));
    }

    [Fact]
    public void Variational_inference_of_a_hierarchy_is_not_centred_and_agrees_with_sampling()
    {
        var approximation = Schools.Approximate();
        Assert.True(approximation.IsReliable, approximation.Verdict);
        var (ours, sampled) = (approximation.Sample(Draws, seed: 1), Schools.Sample(seed: 1));
        foreach (var (ofOurs, ofSampled) in ours.Quantities.Zip(sampled.Quantities).SelectMany(pair => Enumerable.Range(0, pair.First.Size).Select(i => (Element(pair.First, i), Element(pair.Second, i)))))
        {
            Assert.InRange((ofOurs.Mean - ofSampled.Mean) / ofSampled.Sd, -0.1, 0.1);
            Assert.InRange(ofOurs.Sd / ofSampled.Sd, 0.9, 1.1);
        }
    }

    [Fact]
    public void What_is_far_from_the_posterior_says_so_in_its_summary()
    {
        var approximation = Schools.Laplace();
        Assert.False(approximation.IsReliable);
        Assert.StartsWith("The posterior has much more mass in places than Laplace's approximation (k-hat ", approximation.Verdict, StringComparison.Ordinal);
        Assert.Contains(approximation.Sample().Summary().Warnings, warning => warning.StartsWith("Error: the posterior has much more mass", StringComparison.Ordinal) && warning.EndsWith("Use Sample.", StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_several_modes_is_not_the_posterior()
    {
        var model = new Outliers([-5, -5.2, 5, 5.1]);
        var laplace = model.Laplace(new() { Starts = 12, Seed = 1 });
        Assert.False(laplace.IsReliable);
        Assert.StartsWith("A part of the posterior is left out by Laplace's approximation. It is of the highest mode alone: ", laplace.Verdict, StringComparison.Ordinal);
        Assert.Contains(laplace.Sample().Summary().Warnings, warning => warning.StartsWith("Error: a part of the posterior is left out", StringComparison.Ordinal));

        // Paths to both, weighted: two elements with a scale of 0.1 on either side, those on the right nearer to each other.
        var both = model.Pathfinder(new() { Starts = 12, Seed = 1 }).Sample(Draws, seed: 1);
        var left = both.Centre.Probability(centre => centre < 0);

        // Four standard errors of as many draws, and as much again for the weights of those that they are taken from.
        var error = 8 * Math.Sqrt(Left * (1 - Left) / Draws);
        Assert.InRange(left, Left - error, Left + error);
    }

    // The posterior's probability of a centre below 0, by a sum over a fine grid.
    private static double Left
    {
        get
        {
            double Density(double centre) => Math.Exp(-0.005 * centre * centre) * new[] { -5, -5.2, 5, 5.1 }.Aggregate(1.0, (product, y) => product / (1 + 100 * (y - centre) * (y - centre)));
            var grid = Enumerable.Range(-20_000, 40_000).Select(i => (i + 0.5) / 1000).ToArray();
            return grid.Where(centre => centre < 0).Sum(Density) / grid.Sum(Density);
        }
    }

    [Fact]
    public void Without_a_mode_there_is_no_approximation_by_Laplace()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new Level([]).Laplace());
        Assert.Contains("Level: Laplace's approximation needs a mode.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("mostly at it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_latent_there_is_nothing_to_look_for()
    {
        var model = new Computed([1, 2]);
        foreach (var look in new Action[] { () => model.Maximize(), () => model.Laplace(), () => model.Pathfinder(), () => model.Approximate(), () => model.FromPositions([]) })
        {
            Assert.Equal("Computed: nothing is latent, so that there is no posterior to look for; Draw and PriorPredictive simulate the model", Assert.Throws<InvalidOperationException>(look).Message);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Searches_start_where_the_prior_is_if_nothing_else_is_possible(ApproximationMethod method)
    {
        var model = new Offset([10.1, 9.8, 10.3, 9.9]);
        var approximation = method switch { ApproximationMethod.Laplace => model.Laplace(), ApproximationMethod.Pathfinder => model.Pathfinder(), _ => model.Approximate() };
        Assert.InRange(approximation.Sample(Draws, seed: 1).Level.Mean, 990, 1010);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Interventions_hold(ApproximationMethod method)
    {
        var model = new Level([1, 2, 3]).Do(sigma: 1);
        var posterior = (method switch { ApproximationMethod.Laplace => model.Laplace(), ApproximationMethod.Pathfinder => model.Pathfinder(), _ => model.Approximate() }).Sample(Draws, seed: 1);
        Assert.All(posterior.Sigma.Values.ToArray(), sigma => Assert.Equal(1, sigma));
        Assert.Equal(2, posterior.At.Mean, 4 / Math.Sqrt(3.0 * Draws));
        Assert.Equal(1 / Math.Sqrt(3), posterior.At.Sd, 4 / Math.Sqrt(6.0 * Draws));
    }

    [Fact]
    public void Positions_drawn_elsewhere_become_a_posterior()
    {
        var posterior = Exact.FromPositions([1, 2, 3, 4], chains: 2);
        Assert.Equal((2, 2), (posterior.Mu.Chains, posterior.Mu.DrawsPerChain));
        Assert.Equal([1, 2, 3, 4], posterior.Mu.Values.ToArray());
        Assert.Equal(Math.Exp(3), posterior.Scale.Values[2], 1e-12);
        Assert.Equal(Exact.Trace(new() { Mu = 4 }).LogDensity, posterior.Statistics.LogDensity[3], 1e-12);
        Assert.Contains("do not divide", Assert.Throws<ArgumentException>(() => Exact.FromPositions([1, 2, 3], chains: 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_reported_to_its_end_and_work_can_be_cancelled()
    {
        var reports = new List<ApproximationProgress>();
        var approximation = Exact.Approximate(new() { Progress = new Listener(reports.Add) });
        Assert.Equal(new(ApproximationMethod.Advi, approximation.Gradients, Finished: true), reports[^1]);
        Assert.Throws<OperationCanceledException>(() => Exact.Approximate(new() { CancellationToken = new CancellationToken(canceled: true) }));
    }

    [Fact]
    public void Options_say_what_they_allow()
    {
        Assert.Equal("Starts is 0; it must be at least 1. (Parameter 'Starts')\nActual value was 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new ApproximationOptions { Starts = 0 }).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApproximationOptions { DrawsToJudge = 10 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Laplace().Sample(0));
    }

    private static Approximation<NormalMean.Posterior> Of(NormalMean model, ApproximationMethod method, ApproximationOptions? options = null) => method switch
    {
        ApproximationMethod.Laplace => model.Laplace(options),
        ApproximationMethod.Pathfinder => model.Pathfinder(options),
        _ => model.Approximate(options),
    };

    private static ScalarDraws Element(Draws draws, int element) => new(draws.Label(element), draws.Element(element).ToArray(), draws.Chains);

    private sealed class Listener(Action<ApproximationProgress> hear) : IProgress<ApproximationProgress>
    {
        public void Report(ApproximationProgress value) => hear(value);
    }
}
