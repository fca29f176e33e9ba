using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Decisions;

/// <summary>An optimum at a kink is one, and is said to be; values and slopes that disagree are none.</summary>
public class KinkTests
{
    /// <summary>Mean profit of a baker who sells the lesser of demand and bread baked: Σ price·min(demand, baked) − cost·baked, over draws of demand.</summary>
    private static FunctionObjective Bakery(double[][] demand, double price, double cost) => new(demand.Length, (x, g) =>
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var sold = demand[i].Count(wanted => wanted > x[i]) / (double)demand[i].Length;
            sum += price * demand[i].Average(wanted => Math.Min(wanted, x[i])) - cost * x[i];
            g[i] = price * sold - cost;
        }

        return sum;
    });

    private static double[] Demand(int draws, long seed)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, draws).Select(_ => 100 + 15 * random.NextNormal())];
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(1, 104)]
    [InlineData(7, 20)]
    [InlineData(4001, 60)]
    [InlineData(4001, 300)]
    public void Of_one_decision_it_is_the_quantile_that_theory_names(int draws, double start)
    {
        var demand = Demand(draws, 11);
        var best = DecisionProblem.Solve(Bakery([demand], 1, 0.37), [start], Bounds.AtLeast(0), maximize: true);

        // The best is the smallest demand up to which bread is left over with probability (price − cost) / price = 0.63.
        var quantile = demand.Order().ElementAt((int)Math.Ceiling(0.63 * draws) - 1);
        Assert.True(best.Converged, best.ToString());
        Assert.Equal(quantile, best.Point[0], 1e-9 * quantile);

        var (below, above) = (demand.Count(wanted => wanted >= quantile) / (double)draws - 0.37, demand.Count(wanted => wanted > quantile) / (double)draws - 0.37);
        Assert.Equal($"a kink, where the slope changes from +{Text(below)} to −{Text(-above)}.", best.Message);
    }

    [Fact]
    public void Of_a_cost_it_is_found_from_the_other_side()
    {
        var best = DecisionProblem.Solve(new FunctionObjective(1, (x, g) =>
        {
            g[0] = x[0] < 3 ? -2 : 0.5;
            return x[0] < 3 ? 2 * (3 - x[0]) : 0.5 * (x[0] - 3);
        }), [1], Bounds.Free, maximize: false);
        Assert.True(best.Converged, best.ToString());
        Assert.Equal(3, best.Point[0], 1e-9);
        Assert.Equal("a kink, where the slope changes from −2 to +0.5.", best.Message);
    }

    [Fact]
    public void Of_several_decisions_each_is_named_and_what_was_not_tried_is_said()
    {
        double[][] demand = [.. Enumerable.Range(0, 3).Select(i => Demand(9, i))];
        var best = DecisionProblem.Solve(Bakery(demand, 1, 0.37), [80, 90, 100], Bounds.AtLeast(0), maximize: true);
        Assert.True(best.Converged, best.ToString());
        for (var i = 0; i < 3; i++)
            Assert.Equal(demand[i].Order().ElementAt(5), best.Point[i], 1e-7);
        Assert.StartsWith("kinks, where the slope changes by decision[0] from +0.0744444 to −0.0366667, by decision[1] from", best.Message, StringComparison.Ordinal);
        Assert.EndsWith("No change of one element alone raises the expected utility; changes of several at once were not tried there.", best.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_smooth_decision_beside_one_with_a_kink_is_found_as_well()
    {
        var best = DecisionProblem.Solve(new FunctionObjective(2, (x, g) =>
        {
            g[0] = x[0] < 2 ? 1 : -3;
            g[1] = -2 * (x[1] - 5);
            return (x[0] < 2 ? x[0] - 2 : -3 * (x[0] - 2)) - (x[1] - 5) * (x[1] - 5);
        }), [1, 1], Bounds.Free, maximize: true);
        Assert.True(best.Converged, best.ToString());
        Assert.Equal(2, best.Point[0], 1e-9);
        Assert.Equal(5, best.Point[1], 1e-5);
        Assert.StartsWith("a kink, where the slope changes by decision[0] from +1 to −3.", best.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)] // A slope that is the value's with the other sign.
    [InlineData(1)] // One that changes its sign where the value goes on rising.
    [InlineData(2)] // One of the right signs and another size.
    public void Values_and_slopes_that_disagree_are_no_kink(int kind)
    {
        var best = DecisionProblem.Solve(new FunctionObjective(1, (x, g) =>
        {
            var right = x[0] < 2 ? 1.0 : -3;
            g[0] = kind switch { 0 => -right, 1 => x[0] < 1.5 ? 1 : -1, _ => 10 * right };
            return x[0] < 2 ? x[0] - 2 : -3 * (x[0] - 2);
        }), [1], Bounds.Free, maximize: true);
        Assert.False(best.Converged, best.ToString());
        Assert.Contains("values and slopes disagree", best.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ridge_that_no_element_alone_can_climb_is_told_as_what_it_is()
    {
        // −|x − y| − (x + y − 4)²/10 from a point on the ridge x = y: only both together lead on to x = y = 2.
        var best = DecisionProblem.Solve(new FunctionObjective(2, (x, g) =>
        {
            var sign = Math.Sign(x[0] - x[1]);
            var pull = -(x[0] + x[1] - 4) / 5;
            (g[0], g[1]) = (-sign + pull, sign + pull);
            return -Math.Abs(x[0] - x[1]) - (x[0] + x[1] - 4) * (x[0] + x[1] - 4) / 10;
        }), [1, 1.5], Bounds.Free, maximize: true);
        var isBest = Math.Abs(best.Point[0] - 2) + Math.Abs(best.Point[1] - 2) < 1e-3;
        Assert.Contains(
            isBest ? "" : best.Converged ? "changes of several at once were not tried" : "a kink that no element alone shows", best.Message, StringComparison.Ordinal);
        Assert.False(isBest && !best.Converged, best.ToString());
    }

    [Fact]
    public void Bounds_that_hold_are_named_with_their_elements()
    {
        var objective = new FunctionObjective(8, (x, g) =>
        {
            for (var i = 0; i < 8; i++)
                g[i] = i - 3.5 - x[i];
            return x.Select((each, i) => (i - 3.5) * each - 0.5 * each * each).Sum();
        });
        var best = DecisionProblem.Solve(objective, [.. Enumerable.Repeat(0.5, 8)], Bounds.Between(0, 3), maximize: true);
        Assert.Equal(
            "no small change within the bounds raises the expected utility. decision[0], decision[1], decision[2], decision[3] are at their lower bound 0 (4 of 8 elements). "
                + "decision[7] is at its upper bound 3.",
            best.Message);

        var fixedOnes = DecisionProblem.Solve(objective, [.. Enumerable.Repeat(0.5, 8)], Bounds.Between(0.5, 0.5), maximize: true);
        Assert.Equal("no small change raises the expected utility.", fixedOnes.Message);
    }

    private static string Text(double value) => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
}
