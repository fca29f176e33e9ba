using System;
using System.Linq;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Posteriors.Tests.BadInput.Refusals;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Angles, improper priors and priors with one end, sampled against closed forms.</summary>
public class BoundedPriorTests
{
    private const double Kappa = 1.5, Edge = 2.5, Least = 0.5;

    private static readonly double[] Directions = [3, -3.1, 2.2, -2.6, 3.1], Heights = [12, 15, 11, 14], Waits = [0.4, 2.1, 0.9], Sizes = [0.6, 1.9, 0.7, 12];

    private static readonly int[] Attempts = [1, 3, 2, 1, 6];

    private static Landings Model => new(Directions, Heights, Waits, Attempts, Sizes, Kappa, Edge, Least);

    [Fact]
    public void Posteriors_have_their_closed_forms()
    {
        var posterior = Model.Sample(new SamplingOptions { Draws = 4000, Seed = 5 });

        // A von Mises prior and likelihood add up as vectors; the posterior's mean direction is near the seam at ±π.
        var (x, y) = (0.5 + Kappa * Directions.Sum(Math.Cos), Kappa * Directions.Sum(Math.Sin));
        var (length, direction) = (Math.Sqrt(x * x + y * y), Math.Atan2(y, x));
        Assert.InRange(Math.Abs(direction), 2.8, Math.PI);
        Within(posterior.East.Mean, Functions.BesselRatio(length) * Math.Cos(direction), posterior.East.McseMean);
        Within(posterior.North.Mean, Functions.BesselRatio(length) * Math.Sin(direction), posterior.North.McseMean);
        Assert.All(posterior.Mean.Values.ToArray(), angle => Assert.InRange(angle, -Math.PI - 1e-12, Math.PI + 1e-12));
        Assert.Contains(posterior.Mean.Values.ToArray(), angle => angle < -3);
        Assert.Contains(posterior.Mean.Values.ToArray(), angle => angle > 3);

        Within(posterior.Level.Mean, 13, posterior.Level.McseMean);
        Within(posterior.Level.Sd, 1, posterior.Level.McseSd);
        Within(posterior.Rate.Mean, 4 / Waits.Sum(), posterior.Rate.McseMean);
        Within(posterior.Rate.Sd, 2 / Waits.Sum(), posterior.Rate.McseSd);
        Within(posterior.Success.Mean, 7.0 / (7 + 2 + Attempts.Sum() - 5), posterior.Success.McseMean);

        // A Pareto with tail 3 + 4 has mean 7 / 6 and variance 7 / (36 · 5) of the edge.
        Within(posterior.Ceiling.Mean, Edge * 7 / 6, posterior.Ceiling.McseMean);
        Within(posterior.Ceiling.Sd, Edge * Math.Sqrt(7.0 / 180), posterior.Ceiling.McseSd);
        Within(posterior.Above.Mean, Edge + 0.5, posterior.Above.McseMean);
        Within(posterior.Below.Mean, Edge - 0.5, posterior.Below.McseMean);
        Within(posterior.Below.Sd, 0.5, posterior.Below.McseSd);
        Within(posterior.Tail.Mean, 6 / (1 + Sizes.Sum(size => Math.Log(size / Least))), posterior.Tail.McseMean);
        Assert.DoesNotContain(true, posterior.Statistics.Diverging);
    }

    [Fact]
    public void What_is_improper_cannot_be_drawn() => Says<InvalidOperationException>("Flat cannot be drawn from: it is improper", () => Model.Draw(seed: 1));

    [Fact]
    public void What_is_improper_can_be_given()
    {
        var drawn = Model.Do(level: 3, rate: 2, above: 4, below: 1).Draw(seed: 1);

        Assert.InRange(drawn.Mean, -Math.PI, Math.PI);
        Assert.True(drawn.Ceiling >= Edge);
        Assert.All(drawn.Attempts, count => Assert.True(count >= 1));
    }

    [Fact]
    public void Data_outside_the_new_supports_are_refused()
    {
        Says<ArgumentException>(
            "Landings: 'direction[1]' is 3.5, but 'direction ~ VonMises(mean, kappa)' is on the angles from −π to π (Parameter 'direction')",
            () => Model.With(direction: [1, 3.5]));
        Says<ArgumentException>(
            "Landings: 'attempts[0]' is 0, but 'attempts ~ Geometric(success)' is on 1, 2, 3, … (Parameter 'attempts')",
            () => Model.With(attempts: [0, 2]));
        Says<ArgumentException>(
            "Landings: 'size[2]' is 0.25, but 'size ~ Pareto(tail, least)' is on the numbers from m (Parameter 'size')",
            () => Model.With(size: [1, 2, 0.25]));
    }

    private static void Within(double actual, double expected, double error) => Assert.InRange(actual, expected - 4 * error, expected + 4 * error);
}
