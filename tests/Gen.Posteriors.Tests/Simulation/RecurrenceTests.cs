using System;
using System.Linq;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Series run forwards: what is observed inside a loop feeds on itself, what is observed after it on the data.</summary>
public class RecurrenceTests
{
    [Fact]
    public void What_is_observed_in_its_loop_is_simulated_in_place()
    {
        var series = new Autoregression(new double[] { 8, 4, 0, 0, 0, 0 }, lags: 2).Do(alpha: 1, beta: [0.5, 0.25], sigma: 1e-13).Draw().Y;

        double[] expected = [8, 4, 0, 0, 0, 0];
        for (var t = 2; t < 6; t++)
        {
            expected[t] = 1 + 0.5 * expected[t - 1] + 0.25 * expected[t - 2];
        }

        for (var t = 0; t < 6; t++)
        {
            Assert.Equal(expected[t], series[t], 1e-10);
        }
    }

    [Fact]
    public void What_is_observed_after_a_loop_is_simulated_from_the_data()
    {
        const int Draws = 20_000;
        var model = new Garch(new double[] { 5, 9, 4 }, firstSigma: 0.5).Do(mu: 5, alpha0: 1, alpha1: 0.5, beta1: 0.3);
        var simulated = model.PriorPredictive(Draws, seed: 2).Y;

        var variance = 0.25;
        foreach (var (t, previous) in new[] { (0, double.NaN), (1, 5.0), (2, 9.0) })
        {
            variance = t == 0 ? variance : 1 + 0.5 * (previous - 5) * (previous - 5) + 0.3 * variance;
            SimulatedMoments.Agree(simulated[t].Values, 5, Math.Sqrt(variance));
        }
    }

    [Fact]
    public void A_series_is_predicted_one_step_ahead()
    {
        var posterior = SyntheticData.Garch().Sample(draws: 200, tune: 300, chains: 2, seed: 1);
        var predicted = posterior.PosteriorPredictive(seed: 3).Y;
        var y = SyntheticData.Garch().Y!;
        Assert.Equal(y.Length, predicted.Length);

        // Its volatility is right where as many observations as expected lie in the central 80 %.
        var inside = Enumerable.Range(0, y.Length).Count(t => predicted[t].Quantile(0.1) <= y[t] && y[t] <= predicted[t].Quantile(0.9));
        Assert.InRange(inside, 0.65 * y.Length, 0.95 * y.Length);
    }

    [Fact]
    public void Trials_feed_on_earlier_ones()
    {
        // A dog that is never shocked once it avoids: with these coefficients the second trial repeats the first, and so do all others.
        var dogs = new Dogs(new double[30, 6]).Do(beta: [0, -1000, 1000]).Draw(seed: 5).Y;
        for (var dog = 0; dog < 30; dog++)
        {
            for (var trial = 1; trial < 6; trial++)
            {
                Assert.Equal(dogs[dog, 0], dogs[dog, trial]);
            }
        }

        Assert.Equal(2, dogs[.., 0].Distinct().Count());
    }
}
