using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Decisions;

public class DecisionProblemTests
{
    private static double[] Draws(int count, double mean, double sd, long seed)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, count).Select(_ => mean + sd * random.NextNormal())];
    }

    private static double[] Same(int count, double value) => [.. Enumerable.Repeat(value, count)];

    [Theory]
    [InlineData(-1.1, 1.0)]
    [InlineData(-1.1, 0.301)]
    [InlineData(-1.1, 0.01)]
    [InlineData(-1.1, 40)]
    [InlineData(-2.5, 1.0)]
    [InlineData(-4, 0.4)]
    public void The_best_price_is_the_closed_form(double b, double start)
    {
        var best = DecisionProblem.Solve(new PricingObjective(Draws(400, 100, 5, 1), Same(400, b), 0.3), [start], Bounds.AtLeast(0.001), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(0.3 * b / (1 + b), best.Point[0], 1e-6 * 0.3 * b / (1 + b));
        Assert.InRange(best.Residual, 0, 1e-4);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1.0)]
    [InlineData(1e9)]
    public void The_answer_does_not_depend_on_the_units_of_the_utility(double factor)
    {
        var a = Draws(200, 100, 5, 2);
        var b = Draws(200, -1.8, 0.05, 3);
        var reference = DecisionProblem.Solve(new PricingObjective(a, b, 0.3, 3), [1, 2, 0.5], Bounds.AtLeast(0.1), maximize: true);
        var best = DecisionProblem.Solve(new PricingObjective(a, b, 0.3, 3, factor), [1, 2, 0.5], Bounds.AtLeast(0.1), maximize: true);

        Assert.True(best.Converged, best.Message);
        for (var i = 0; i < 3; i++)
            Assert.Equal(reference.Point[i], best.Point[i], 1e-6);
        Assert.Equal(factor * reference.ExpectedUtility, best.ExpectedUtility, 1e-10 * best.ExpectedUtility);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    public void Nor_on_the_units_of_the_decision(double unit)
    {
        // Prices in other units: p = unit·q, and a changes so that the sales are the same.
        const double b = -1.6;
        var a = Same(10, 100 * Math.Pow(unit, -b));
        var best = DecisionProblem.Solve(new PricingObjective(a, Same(10, b), 0.3 * unit), [unit], Bounds.AtLeast(0), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(0.8, best.Point[0] / unit, 1e-6);
    }

    [Fact]
    public void A_large_constant_in_the_utility_does_not_hide_the_gradient()
    {
        var utility = new FunctionObjective(2, (x, g) =>
        {
            g[0] = -2 * (x[0] - 3);
            g[1] = -2 * (x[1] - 5);
            return 1e7 - (x[0] - 3) * (x[0] - 3) - (x[1] - 5) * (x[1] - 5);
        });
        var best = DecisionProblem.Solve(utility, [1, 1], Bounds.Free, maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(3, best.Point[0], 1e-4);
        Assert.Equal(5, best.Point[1], 1e-4);
    }

    [Fact]
    public void A_search_that_begins_at_the_optimum_ends_there()
    {
        var objective = new PricingObjective(Draws(300, 100, 5, 1), Draws(300, -2.2, 0.1, 2), 0.3, 2);
        var once = DecisionProblem.Solve(objective, [1, 1], Bounds.AtLeast(0), maximize: true);
        var twice = DecisionProblem.Solve(objective, once.Point.AsSpan(), Bounds.AtLeast(0), maximize: true);
        Assert.True(twice.Converged, twice.Message);
        Assert.Equal(once.Point[0], twice.Point[0], 1e-7);
        Assert.InRange(twice.Evaluations, 1, 12);
    }

    [Theory]
    [InlineData(1, 5e6)]
    [InlineData(0, 5e6)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public void Decisions_of_different_units_are_found_together(double price, double budget)
    {
        // A price near 2 and a budget near 3 million, which act on each other.
        var utility = new FunctionObjective(2, (x, g) =>
        {
            var (p, m) = (x[0] - 2, x[1] / 1e6 - 3);
            g[0] = -2 * p - m;
            g[1] = (-2 * m - p) / 1e6;
            return 7 - p * p - m * m - p * m;
        });
        var best = DecisionProblem.Solve(utility, [price, budget], Bounds.Between([0, 0], [100, 1e8]), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(2, best.Point[0], 1e-6);
        Assert.Equal(3e6, best.Point[1], 3.0);
        Assert.InRange(best.Evaluations, 2, 60);
    }

    [Theory]
    [InlineData(-3.09, 0.382, 1.528)]
    [InlineData(-2.59, 38.276, 9.263)]
    [InlineData(-1.76, 20.732, 0.868)]
    [InlineData(-2.17, 4.579, 0.685)]
    [InlineData(-1.84, 19.021, 0.159, 2.776)]
    [InlineData(-1.59, 17.572, 0.215, 0.55, 1.933)]
    public void A_corner_where_the_utility_is_not_finite_does_not_end_the_search(double b, params double[] start)
    {
        // Profit falls to −∞ where prices fall to zero, and from here the quadratic model is drawn into that corner again and again.
        var best = DecisionProblem.Solve(new PricingObjective([100], [b], 0.3, start.Length), start, Bounds.AtLeast(0), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.All(best.Point, price => Assert.Equal(0.3 * b / (1 + b), price, 1e-5 * price));
    }

    [Fact]
    public void Uncertain_elasticity_moves_the_price_to_where_the_expected_margin_is_best()
    {
        // Two equally likely elasticities: the optimum solves Σ_s p^b_s (1 + b_s − c·b_s/p) = 0, found here by bisection.
        double[] b = [-1.5, -3];
        double Slope(double p) => b.Sum(each => Math.Pow(p, each) * (1 + each - 0.3 * each / p));
        var (low, high) = (0.31, 3.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(middle) > 0 ? (middle, high) : (low, middle);
        }

        var best = DecisionProblem.Solve(new PricingObjective([100, 100], b, 0.3), [1], Bounds.AtLeast(0.01), maximize: true);
        Assert.Equal(low, best.Point[0], 1e-7);
        Assert.InRange(best.Point[0], 0.45, 0.9);
    }

    [Fact]
    public void The_optimum_carries_the_distribution_of_the_utility()
    {
        var objective = new PricingObjective(Draws(800, 100, 5, 4), Draws(800, -2, 0.02, 5), 0.3, chains: 4);
        var best = DecisionProblem.Solve(objective, [1.0], Bounds.AtLeast(0), maximize: true);

        Assert.Equal((4, 200), (best.Utility.Chains, best.Utility.DrawsPerChain));
        Assert.Equal(best.ExpectedUtility, best.Utility.Mean, 1e-10 * best.ExpectedUtility);
        Assert.InRange(best.Utility.Sd, 3, 10);
        Assert.Equal(0, best.Gradient[0], 1e-5);
        Assert.True(best.Iterations > 0 && best.Evaluations > best.Iterations);
    }

    [Fact]
    public void A_bound_that_binds_is_met_exactly_and_leaves_no_residual()
    {
        var objective = new PricingObjective(Same(10, 100), Same(10, -1.1), 0.3, 2);
        var best = DecisionProblem.Solve(objective, [1, 1], Bounds.Between([0, 0], [2.9, 100]), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(2.9, best.Point[0]);
        Assert.Equal(3.3, best.Point[1], 1e-6);
        Assert.True(best.Gradient[0] > 0);
        Assert.InRange(best.Residual, 0, 1e-6);
    }

    [Fact]
    public void Minimizing_finds_the_least_cost()
    {
        // Holding cost x/2 plus ordering cost 50/x: the square root formula gives 10.
        var cost = new FunctionObjective(1, (x, g) =>
        {
            g[0] = 0.5 - 50 / (x[0] * x[0]);
            return x[0] / 2 + 50 / x[0];
        });
        var best = DecisionProblem.Solve(cost, [1], Bounds.AtLeast(0), maximize: false);
        Assert.Equal(10, best.Point[0], 1e-6);
        Assert.Equal(10, best.ExpectedUtility, 1e-10);
    }

    [Fact]
    public void Several_starts_find_the_best_of_several_peaks()
    {
        // sin(x) + x/10 on [0, 17]: the peaks are at arccos(−0.1) + 2πk, and the highest within bounds has k = 2.
        var peaks = new FunctionObjective(1, (x, g) =>
        {
            g[0] = Math.Cos(x[0]) + 0.1;
            return Math.Sin(x[0]) + x[0] / 10;
        });
        var one = DecisionProblem.Solve(peaks, [1], Bounds.Between(0, 17), maximize: true);
        Assert.Equal(Math.Acos(-0.1), one.Point[0], 1e-6);
        Assert.Equal(0, one.Spread);

        var many = DecisionProblem.Solve(peaks, [1], Bounds.Between(0, 17), maximize: true, new() { Starts = 12, Seed = 5 });
        Assert.Equal(Math.Acos(-0.1) + 4 * Math.PI, many.Point[0], 1e-6);
        Assert.Equal(12, many.Searches.Count);
        Assert.Equal(one.Point[0], many.Searches[0].Point[0]);
        Assert.Equal(0.4 * Math.PI, many.ExpectedUtility - one.ExpectedUtility, 1e-9);
        Assert.True(many.Spread >= 0.4 * Math.PI - 1e-9);

        var again = DecisionProblem.Solve(peaks, [1], Bounds.Between(0, 17), maximize: true, new() { Starts = 12, Seed = 5 });
        Assert.Equal(many.Searches.Select(search => search.Start[0]), again.Searches.Select(search => search.Start[0]));
    }

    [Fact]
    public void Other_starts_stay_within_bounds_and_may_fail()
    {
        // Defined for x > 1 only; starts at or below 1 are reported as such.
        var objective = new FunctionObjective(2, (x, g) =>
        {
            g[0] = 1 / (x[0] - 1) - 1;
            g[1] = -2 * (x[1] + 3);
            return (x[0] > 1 ? Math.Log(x[0] - 1) : double.NaN) - x[0] - (x[1] + 3) * (x[1] + 3);
        });
        var bounds = Bounds.Between([0, double.NegativeInfinity], [4, -1]);
        var best = DecisionProblem.Solve(objective, [1.5, -2], bounds, maximize: true, new() { Starts = 21, Seed = 1 });

        Assert.Equal([2.0, -3], best.Point.Select(x => Math.Round(x, 6)));
        Assert.All(best.Searches, search => Assert.True(search.Start[0] is >= 0 and <= 4 && search.Start[1] <= -1));
        var failed = best.Searches.Where(search => search.Start[0] <= 1).ToList();
        Assert.Equal(5, failed.Count);
        Assert.All(failed, search => Assert.Equal((false, "The expected utility is NaN at this start."), (search.Converged, search.Message)));
        Assert.Equal(0, best.Spread, 1e-9);
    }

    [Fact]
    public void A_budget_of_many_weeks_and_channels_is_interactive()
    {
        // Saturating response per cell, a_i·log(1 + x_i) − x_i, whose best spend is a_i − 1 or nothing.
        const int n = 520;
        var a = Draws(n, 3, 1.5, 6);
        var objective = new FunctionObjective(n, (x, g) =>
        {
            var sum = 0.0;
            for (var i = 0; i < n; i++)
            {
                sum += a[i] * Math.Log(1 + x[i]) - x[i];
                g[i] = a[i] / (1 + x[i]) - 1;
            }

            return sum;
        });
        var best = DecisionProblem.Solve(objective, Same(n, 1), Bounds.AtLeast(0), maximize: true);
        Assert.True(best.Converged, best.Message);
        for (var i = 0; i < n; i++)
            Assert.Equal(Math.Max(0, a[i] - 1), best.Point[i], 1e-5);
        Assert.InRange(best.Evaluations, 5, 120);
    }

    [Fact]
    public void A_typed_optimum_wraps_the_plain_one()
    {
        var plain = DecisionProblem.Solve(new PricingObjective([100], [-2], 0.3), [1], Bounds.AtLeast(0), maximize: true);
        var typed = new PriceOptimum(plain);
        Assert.Equal(0.6, typed.Price[0], 1e-6);
        Assert.Same(plain.Utility, typed.Utility);
        Assert.Equal(
            "decision = [0.6]: expected utility 83.3333.\nConverged: no small change raises the expected utility.", typed.ToString());
    }

    private sealed class PriceOptimum(Optimum optimum) : Optimum(optimum)
    {
        public Vector Price => Point;
    }
}
