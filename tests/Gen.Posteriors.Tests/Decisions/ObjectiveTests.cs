using System;
using System.Linq;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Decisions;

/// <summary>Emitted objectives are the mean over draws of what the model says, with its gradient.</summary>
public class ObjectiveTests
{
    private static readonly Demand.Posterior Market = SyntheticData.Demand().Sample(draws: 501, tune: 500, chains: 2, seed: 3);

    [Fact]
    public void Profit_is_the_mean_over_draws()
    {
        var profit = Market.Profit(unitCost: 0.3);
        foreach (var prices in (double[][])[[1.7], [3.3, 0.9, 5], [.. Enumerable.Range(1, 30).Select(i => 0.2 * i)]])
        {
            var (value, gradient) = profit.Evaluate(prices);
            var expected = 0.0;
            var slopes = new double[prices.Length];
            var utilities = new double[Market.A.Count];
            for (var draw = 0; draw < utilities.Length; draw++)
            {
                var (a, b) = (Market.A.Values[draw], Market.B.Values[draw]);
                for (var i = 0; i < prices.Length; i++)
                {
                    var demand = a * Math.Pow(prices[i], b);
                    utilities[draw] += (prices[i] - 0.3) * demand;
                    slopes[i] += (demand + (prices[i] - 0.3) * b * demand / prices[i]) / utilities.Length;
                }

                expected += utilities[draw] / utilities.Length;
            }

            Assert.Equal(expected, value, 1e-10 * Math.Abs(expected));
            for (var i = 0; i < prices.Length; i++)
            {
                Assert.Equal(slopes[i], gradient[i], 1e-10 * slopes.Max(Math.Abs));
            }

            var emitted = profit.Utilities(prices);
            Assert.Equal((2, 501), (emitted.Chains, emitted.DrawsPerChain));
            for (var draw = 0; draw < utilities.Length; draw++)
            {
                Assert.Equal(utilities[draw], emitted.Values[draw], 1e-10 * Math.Abs(utilities[draw]));
            }
        }
    }

    [Fact]
    public void The_best_price_is_that_of_a_dense_grid()
    {
        var profit = Market.Profit(unitCost: 0.3);
        var best = profit.Maximize(price: [1.0], Bounds.Between(0.01, 20));
        var grid = Enumerable.Range(1, 20_000).Select(i => 0.001 * i).MaxBy(price => profit.Evaluate([price]).Value);
        Assert.True(best.Converged, best.ToString());
        Assert.InRange(best.Price[0], grid - 0.001, grid + 0.001);
        Assert.Equal(profit.Evaluate(best.Price).Value, best.ExpectedUtility, 1e-12 * best.ExpectedUtility);
        Assert.Equal(best.ExpectedUtility, best.Utility.Mean, 1e-10 * best.ExpectedUtility);
    }

    [Fact]
    public void Every_day_of_a_plan_has_the_same_best_price()
    {
        var profit = Market.Profit(unitCost: 0.3);
        var one = profit.Maximize(price: [1.0], Bounds.AtLeast(0.01)).Price[0];
        var plan = profit.Maximize(price: [1.0, 2, 3, 4, 5], Bounds.AtLeast(0.01));
        Assert.True(plan.Converged, plan.ToString());
        Assert.All(plan.Price, price => Assert.Equal(one, price, 1e-3 * one));
    }

    [Fact]
    public void A_bound_that_holds_is_where_the_best_price_is()
    {
        var best = Market.Profit(unitCost: 0.3).Maximize(price: [1.0], Bounds.Between(0.5, 2));
        Assert.Equal(2, best.Price[0]);
        Assert.True(best.Gradient[0] > 0 && best.Residual == 0);
    }

    [Fact]
    public void A_matrix_is_decided_as_a_matrix()
    {
        var posterior = Channels();
        var spend = new double[,] { { 1, 2 }, { 3, 0.5 }, { 0.2, 4 } };
        var (value, gradient) = posterior.Net().Evaluate(spend);
        var expected = -10.7;
        for (var t = 0; t < 3; t++)
        {
            expected += posterior.Intercept.Mean;
            for (var channel = 0; channel < 2; channel++)
            {
                var slope = posterior.Slope[channel].Mean;
                expected += slope * Math.Sqrt(spend[t, channel]);
                Assert.Equal(slope / (2 * Math.Sqrt(spend[t, channel])) - 1, gradient[t, channel], 1e-10);
            }
        }

        Assert.Equal(expected, value, 1e-10 * Math.Abs(expected));

        // The best spending is (slope / 2)², by element.
        var best = posterior.Net().Maximize(spend, Bounds.Between(1e-6, 100));
        for (var t = 0; t < 3; t++)
        {
            for (var channel = 0; channel < 2; channel++)
            {
                var root = posterior.Slope[channel].Mean / 2;
                Assert.Equal(root * root, best.Spend[t, channel], 1e-4 * root * root);
            }
        }
    }

    [Fact]
    public void A_decision_that_is_no_data_is_free()
    {
        var posterior = Channels();
        var problem = posterior.Saturated(price: 0.1);
        Vector plan = new double[] { 0.4, 1.5 };
        var (value, gradient) = problem.Evaluate(plan);
        var expected = Enumerable.Range(0, 2).Sum(i => posterior.Slope[i].Mean * (1 - Math.Exp(-plan[i])) - 0.1 * plan[i]);
        Assert.Equal(expected, value, 1e-10 * expected);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(posterior.Slope[i].Mean * Math.Exp(-plan[i]) - 0.1, gradient[i], 1e-10);
        }

        var worst = problem.Minimize(plan, Bounds.Between(0, 3));
        Assert.Equal(0, worst.ExpectedUtility, 1e-12);
    }

    [Fact]
    public void What_an_objective_gives_a_parameter_is_its_value_where_none_is_given()
    {
        var posterior = Channels();
        var total = posterior.Slope[0].Mean + posterior.Slope[1].Mean;
        Assert.Equal(4 * (total * (1 - Math.Exp(-0.5)) - 0.1 * 0.5), posterior.Spread().Evaluate().Value, 1e-10);
        Assert.Equal(7 * (total * (1 - Math.Exp(-0.5)) - 0.2 * 0.5), posterior.Spread(price: 0.2, weeks: 7).Evaluate().Value, 1e-10);
        Assert.Equal(Math.Log(total / 0.1), posterior.Spread().Maximize().Each, 1e-5);
        Assert.Equal(0, posterior.Spread(isOpen: false).Evaluate().Value);
    }

    private static Budget.Posterior Channels()
    {
        var spend = new double[40, 2];
        for (var t = 0; t < 40; t++)
        {
            (spend[t, 0], spend[t, 1]) = (1 + t * 7 % 11, 2 + t * 5 % 13);
        }

        var model = new Budget(spend);
        var sales = model.Do(intercept: 3, slope: [1.5, 2.5], sigma: 0.5).Draw(seed: 1).Sales;
        return model.Observe(sales).Sample(draws: 203, tune: 300, chains: 2, seed: 4);
    }
}
