using System;
using System.Linq;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Posteriors and their predictions against closed forms.</summary>
public class ConjugateTests
{
    private static readonly SamplingOptions Options = new() { Draws = 4000, Seed = 17 };

    [Fact]
    public void A_normal_mean()
    {
        Vector y = new double[] { 1.2, 0.7, 2.9, 1.1, 1.8 };
        var posterior = new NormalMean(y, sigma: 1.5, priorSd: 2).Sample(Options);

        var precision = 1 / 4.0 + 5 / 2.25;
        var (mean, sd) = (y.Sum() / 2.25 / precision, 1 / Math.Sqrt(precision));
        Within(posterior.Mu.Mean, mean, posterior.Mu.McseMean);
        Within(posterior.Mu.Sd, sd, posterior.Mu.McseSd);

        // The deterministic is log-normal.
        Within(posterior.Scale.Mean, Math.Exp(mean + sd * sd / 2), posterior.Scale.McseMean);

        var predicted = posterior.PosteriorPredictive(seed: 2).Y[0];
        Within(predicted.Mean, mean, predicted.McseMean);
        Within(predicted.Sd, Math.Sqrt(sd * sd + 2.25), predicted.McseSd);
    }

    [Fact]
    public void Coins_of_one_kind()
    {
        var posterior = new Coins(tosses: [10, 20, 5], heads: [7, 11, 3]).Sample(Options);

        var (mean, sd) = BetaMoments(2 + 21, 3 + 14);
        Within(posterior.P.Mean, mean, posterior.P.McseMean);
        Within(posterior.P.Sd, sd, posterior.P.McseSd);

        // Odds of a Beta(a, b) variable have mean a / (b − 1).
        Within(posterior.Odds.Mean, 23.0 / 16, posterior.Odds.McseMean);

        // Predictions of n further tosses are beta-binomial.
        var heads = posterior.Predict(tosses: [40], seed: 3).Heads[0];
        var (a, b, n) = (23.0, 17.0, 40.0);
        Within(heads.Mean, n * a / (a + b), heads.McseMean);
        Within(heads.Sd, Math.Sqrt(n * a * b * (a + b + n) / ((a + b) * (a + b) * (a + b + 1))), heads.McseSd);
        Assert.All(heads.Values.ToArray(), value => Assert.True(value == Math.Floor(value) && value is >= 0 and <= 40));
    }

    [Fact]
    public void Two_variants_of_a_page()
    {
        var posterior = SyntheticData.AbTest().Sample(Options);
        var (meanA, sdA) = BetaMoments(32, 370);
        var (meanB, sdB) = BetaMoments(58, 444);
        Within(posterior.PA.Mean, meanA, posterior.PA.McseMean);
        Within(posterior.PB.Sd, sdB, posterior.PB.McseSd);
        Within(posterior.Difference.Mean, meanB - meanA, posterior.Difference.McseMean);
        Within(posterior.Difference.Sd, Math.Sqrt(sdA * sdA + sdB * sdB), posterior.Difference.McseSd);
    }

    private static (double Mean, double Sd) BetaMoments(double a, double b) => (a / (a + b), Math.Sqrt(a * b / (a + b + 1)) / (a + b));

    private static void Within(double actual, double expected, double error) => Assert.InRange(actual, expected - 4 * error, expected + 4 * error);
}
