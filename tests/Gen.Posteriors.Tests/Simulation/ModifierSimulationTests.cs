using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Emitted simulation of truncated, censored and mixed distributions and of counts with extra zeros, against their cumulative probabilities.</summary>
public class ModifierSimulationTests
{
    private const int Draws = 20_000;

    // √n D of Kolmogorov and Smirnov exceeds it once in ten thousand correct samplers, more seldom where single points have probability.
    private const double Critical = 2.23;

    private static readonly Vector Share = new double[] { 0.2, 0.5, 0.3 };
    private static readonly Vector Centre = new double[] { -1, 1, 4 };

    [Fact]
    public void Draws_follow_the_cdf()
    {
        var world = new Mixtures(Share, Centre, new Vector(1), new Vector(1), new Vector(2), new int[2], limit: 1.5).Do(shift: 0.5, spread: 0.8).PriorPredictive(Draws, seed: 3);
        Follows(world.Y[0].Values, Mixture(Share, Truncated(Normal(new double[] { -0.5, 1.5, 4.5 }, 0.8), lower: 0)).Cdf);
        Follows(world.Seen[0].Values, Censored(Normal(0.5, 0.8), -1.5, 1.5).Cdf);
        Follows(world.Pair[1].Values, Mixture([0.25, 0.75], Normal(0.5, 1), Exponential(2)).Cdf);
        Follows(world.Count[1].Values, Mixture(Share, Hurdle(0.5, Poisson(new double[] { 1, 3, 6 }))).Cdf);
        Assert.Contains(1.5, world.Seen[0].Values.ToArray());
    }

    [Fact]
    public void Priors_are_drawn_between_their_bounds()
    {
        var prior = new Mixtures(Share, Centre, new Vector(1), new Vector(1), new Vector(1), new int[2], limit: 1.5).PriorPredictive(Draws, seed: 4);
        Follows(prior.Shift.Values, Truncated(Normal(0, 1), -0.5, 2).Cdf);
        Follows(prior.Spread.Values, Truncated(Cauchy(0, 1), 0, 1.5).Cdf);
        Assert.All(prior.Shift.Values.ToArray(), shift => Assert.InRange(shift, -0.5, 2));
    }

    [Fact]
    public void A_rate_and_a_share_of_extra_zeros_are_found()
    {
        Vector persons = Enumerable.Range(0, 400).Select(i => 1.0 + i % 4).ToArray();
        var caught = new FishingTrips(persons).Do(rate: 1.5, fished: 0.6).Draw(seed: 5).Caught;
        var posterior = new FishingTrips(persons, caught).Sample(draws: 1000, tune: 500, chains: 2, seed: 6);

        // By the law of large numbers, to five posterior deviations; those come near the square roots of the expected information.
        Assert.InRange(posterior.Fished.Mean, 0.6 - 5 * posterior.Fished.Sd, 0.6 + 5 * posterior.Fished.Sd);
        Assert.InRange(posterior.Rate.Mean, 1.5 - 5 * posterior.Rate.Sd, 1.5 + 5 * posterior.Rate.Sd);
        Assert.InRange(posterior.Fished.Sd, 0.02, 0.035);
        Assert.InRange(posterior.Rate.Sd, 0.03, 0.08);
    }

    [Fact]
    public void Observed_values_outside_the_bounds_are_refused()
    {
        Exception Refusal(Vector seen) => Assert.Throws<ArgumentException>(
            () => new Mixtures(Share, Centre, new double[] { 1 }, seen, new double[] { 1 }, [1], limit: 1.5).CreateLogDensity());
        Assert.Equal("Mixtures: 'seen[1]' is 1.6, but 'seen ~ Censored(Normal(shift, spread), -limit, limit)' is on the numbers from lower to upper (Parameter 'seen')", Refusal(new double[] { 0, 1.6 }).Message);
    }

    private static void Follows(ReadOnlySpan<double> values, Func<double, double> cdf)
    {
        var draws = values.ToArray();
        Array.Sort(draws);
        var distance = 0.0;
        for (var i = 0; i < draws.Length; i++)
        {
            if (i == draws.Length - 1 || draws[i + 1] > draws[i])
            {
                distance = Math.Max(distance, Math.Abs((i + 1.0) / draws.Length - cdf(draws[i])));
            }
        }

        Assert.InRange(Math.Sqrt(draws.Length) * distance, 0, Critical);
    }
}
