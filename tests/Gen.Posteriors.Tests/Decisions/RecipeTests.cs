using System;
using System.Globalization;
using System.Linq;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Decisions;

/// <summary>What <c>src/docs/recipes.md</c> shows runs, and answers what theory does.</summary>
public class RecipeTests
{
    private static readonly double[] Wanted = [93, 104, 99, 112, 87, 95, 108, 101, 96, 103];

    [Fact]
    public void A_stock_is_the_quantile_of_what_will_be_wanted()
    {
        var posterior = new Bakery(Wanted).Sample(draws: 1001, seed: 1);
        var profit = posterior.Profit(price: 3, cost: 1.2);
        var best = profit.Maximize(baked: 100, Bounds.AtLeast(0));
        var bread = best.Baked;

        // Bread is left over with probability (price − cost) / price.
        Assert.True(best.Converged, best.ToString());
        Assert.Equal(posterior.Tomorrow.Values.ToArray().Order().ElementAt((int)Math.Ceiling(0.6 * 4004) - 1), bread, 1e-6);
        Assert.StartsWith("a kink, where the slope changes from +", best.Message, StringComparison.Ordinal);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"baked = {bread:G6}: expected utility "), best.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "Bakery.Profit, in expectation over 4004 draws\n  given    price = 3, cost = 1.2\n  decides  baked (a number); sizes and bounds are given to Maximize or Minimize",
            profit.ToString());
    }

    [Fact]
    public void A_bound_that_holds_is_named_with_its_decision()
    {
        var best = new Bakery(Wanted).Sample(seed: 1).Profit(price: 3, cost: 1.2).Maximize(baked: 70, Bounds.Between(60, 80));
        Assert.Equal("no small change within the bounds raises the expected utility. baked is at its upper bound 80.", best.Message);
    }

    [Fact]
    public void A_forecast_goes_on_from_the_last_day_with_the_posterior()
    {
        var random = new RandomStream(3);
        var seen = new double[200];
        seen[0] = 100;
        for (var t = 1; t < seen.Length; t++)
            seen[t] = 100 + 0.8 * (seen[t - 1] - 100) + 5 * random.NextNormal();

        var posterior = new Visits(seen, ahead: 14).Sample(seed: 1);
        var table = posterior.Forecast.Summary(interval: 0.9);

        // The mean of a day ahead given the latents, averaged over them; the error of a mean of 4,000 independent draws is sd / 63.
        for (var day = 0; day < 14; day++)
        {
            var expected = Enumerable.Range(0, posterior.Level.Count).Average(draw =>
                posterior.Level.Values[draw] + Math.Pow(posterior.Memory.Values[draw], day + 1) * (seen[^1] - posterior.Level.Values[draw]));
            Assert.InRange(table[day].Prediction, expected - 5 * posterior.Forecast[day].Sd / 63, expected + 5 * posterior.Forecast[day].Sd / 63);
        }

        Assert.InRange(posterior.Forecast[0].Sd, 4, 6.5);
        Assert.True(posterior.Forecast[13].Sd > 1.2 * posterior.Forecast[0].Sd);
    }

    [Fact]
    public void A_new_group_is_one_more_label()
    {
        Dim branches = ["Bath", "York", "Leeds", "Hull", "Ely", "a new one"];
        var random = new RandomStream(5);
        int[] branch = [.. Enumerable.Range(0, 60).Select(i => i % 5)];
        double[] sales = [.. branch.Select(each => 40 + 5 * each + 3 * random.NextNormal())];

        Assert.Contains("typical  latent, 6 elements (Bath, York, Leeds, Hull, Ely, a new one)\n", new Branches(branch, sales, branches).ToString(), StringComparison.Ordinal);
        var posterior = new Branches(branch, sales, branches).Sample(draws: 2000, seed: 1);
        var typical = posterior.Typical["a new one"];
        var soldThere = posterior.Predict(branch: [branches.IndexOf("a new one")]).Sales[0];

        // What is known of it is how branches differ: its mean is the level's, its variance that and the spread's.
        Assert.InRange(typical.Mean - posterior.Level.Mean, -6 * typical.McseMean, 6 * typical.McseMean);
        Assert.True(typical.Sd > 4 * posterior.Typical["York"].Sd);
        Assert.True(soldThere.Sd > typical.Sd);
    }

    [Fact]
    public void Missing_counts_say_nothing_and_missing_covariates_are_latents()
    {
        var random = new RandomStream(11);
        int[] months = [.. Enumerable.Range(0, 120)];
        double[] warm = [.. months.Select(_ => random.NextNormal())];
        int[] happened = [.. warm.Select(each => (int)Gen.Distributions.Poisson.Draw(random, Math.Exp(2 + 0.5 * each)))];

        // Month 0 is neither reported nor measured, month 3 reported and not measured.
        int[] isReported = [.. months.Select(i => i % 6 == 0 ? 0 : 1)];
        int[] isMeasured = [.. months.Select(i => i % 9 == 0 || i == 3 ? 0 : 1)];
        double[] temperature = [.. months.Select(i => isMeasured[i] == 1 ? warm[i] : 0)];
        int[] accidents = [.. months.Select(i => isReported[i] == 1 ? happened[i] : 0)];

        var posterior = new Accidents(accidents, isReported, temperature, isMeasured).Sample(draws: 2000, seed: 1);
        var missed = posterior.Happened[6].Mean;

        // Months without a report leave the posterior as the others make it.
        int[] told = [.. months.Where(i => isReported[i] == 1)];
        var others = new Accidents(
            [.. told.Select(i => accidents[i])], [.. told.Select(_ => 1)], told.Select(i => temperature[i]).ToArray(), [.. told.Select(i => isMeasured[i])]).Sample(draws: 2000, seed: 2);
        void Agree(double one, double oneError, double other, double otherError) => Assert.InRange(one - other, -5 * double.Hypot(oneError, otherError), 5 * double.Hypot(oneError, otherError));
        Agree(posterior.Level.Mean, posterior.Level.McseMean, others.Level.Mean, others.Level.McseMean);
        Agree(posterior.Slope.Mean, posterior.Slope.McseMean, others.Slope.Mean, others.Slope.McseMean);

        // Of month 0 nothing is known but the prior of its temperature; a report tells the temperature of its month.
        Agree(posterior.Unmeasured[0].Mean, posterior.Unmeasured[0].McseMean, 0, 0);
        Assert.InRange(posterior.Unmeasured[0].Sd, 1 - 5 * posterior.Unmeasured[0].McseSd, 1 + 5 * posterior.Unmeasured[0].McseSd);
        Assert.True(posterior.Unmeasured[1].Sd < 0.9);

        // A month that was measured has the mean of its rate, averaged over the latents.
        var rate = Enumerable.Range(0, posterior.Level.Count).Average(draw => Math.Exp(posterior.Level.Values[draw] + posterior.Slope.Values[draw] * temperature[6]));
        Assert.InRange(missed, rate - 5 * posterior.Happened[6].Sd / Math.Sqrt(8000), rate + 5 * posterior.Happened[6].Sd / Math.Sqrt(8000));
        Assert.Equal(8000, posterior.PosteriorPredictive().Accidents[1].Count);
    }

    [Fact]
    public void One_price_on_a_rainy_day_without_promotion()
    {
        var random = new RandomStream(7);
        double[] price = [.. Enumerable.Range(0, 200).Select(i => 1.5 + i % 7 * 0.25)];
        double[] rain = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? 1.0 : 0)];
        double[] promotion = [.. Enumerable.Range(0, 200).Select(i => i % 5 == 0 ? 1.0 : 0)];
        int[] sold = [.. Enumerable.Range(0, 200).Select(i => (int)Gen.Distributions.Poisson.Draw(random, Math.Exp(5 - 1.8 * Math.Log(price[i]) - 0.7 * rain[i] + 0.4 * promotion[i])))];

        var posterior = new IceCream(price, rain, promotion, sold).Sample(seed: 1);
        var best = posterior.Profit(isWet: 1, isPromoted: 0, unitCost: 0.8).Maximize(asked: 2, Bounds.AtLeast(0.8));

        double Expected(double asked) => Enumerable.Range(0, posterior.Level.Count).Average(draw => (asked - 0.8) * Math.Exp(
            posterior.Level.Values[draw] + posterior.Elasticity.Values[draw] * Math.Log(asked) + posterior.Wet.Values[draw]));
        var grid = Enumerable.Range(81, 419).Select(i => 0.01 * i).MaxBy(Expected);
        Assert.True(best.Converged, best.ToString());
        Assert.InRange(best.Asked, grid - 0.01, grid + 0.01);
    }
}
