using System;
using Gen.Models;
using Xunit;

namespace Gen.Tests.Decisions;

/// <summary>Every mistake is refused with the element and the values that disagree.</summary>
public class DecisionErrorTests
{
    private static readonly PricingObjective Objective = new([100, 90], [-2, -2.1], 0.3, 2);

    private static string Message(Func<object> mistake) => Assert.Throws<ArgumentException>(mistake).Message;

    [Fact]
    public void Bounds_that_cross()
    {
        Assert.Equal("The bounds cross at element 0: the lower end is 2, the upper end 1.", Message(() => Bounds.Between(2, 1)));
        Assert.Equal("The bounds cross at element 1: the lower end is 3.5, the upper end 2.", Message(() => Bounds.Between([0, 3.5], [1, 2])));
        Assert.Contains("the upper end NaN", Message(() => Bounds.AtMost(double.NaN)), StringComparison.Ordinal);
        Assert.Contains("2 lower and 1 upper", Message(() => Bounds.Between([0, 1], [2])), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_for_another_number_of_elements() =>
        Assert.Equal(
            "There are bounds for 3 elements; the decision has 2.",
            Message(() => DecisionProblem.Solve(Objective, [1, 1], Bounds.Between([0, 0, 0], [1, 1, 1]), true)));

    [Fact]
    public void Bounds_of_another_shape()
    {
        Matrix ends = new double[,] { { 0, 1, 2 }, { 3, 4, 5 } };
        Matrix other = new double[,] { { 0, 1 }, { 2, 3 }, { 4, 5 } };
        var bounds = Bounds.Between(ends, ends);
        new DecisionPoint(("plan", ends)).Within(bounds);
        Assert.Equal("'plan': The bounds are 2 × 3; the decision is 3 × 2.", Message(() => new DecisionPoint(("plan", other)).Within(bounds)));
        Assert.Equal("'plan': The bounds are 2 × 3; the decision has 6.", Message(() => new DecisionPoint(("plan", new Vector([0, 1, 2, 3, 4, 5]))).Within(bounds)));
    }

    [Fact]
    public void A_start_outside_the_bounds()
    {
        Assert.StartsWith(
            "The start of 'decision[1]' is -0.5, below its lower bound 0.",
            Message(() => DecisionProblem.Solve(Objective, [1, -0.5], Bounds.AtLeast(0), true)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The start of 'decision[0]' is 7, above its upper bound 5.",
            Message(() => DecisionProblem.Solve(Objective, [7, 1], Bounds.AtMost(5), true)),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The start of 'decision[1]' is NaN.", Message(() => DecisionProblem.Solve(Objective, [1, double.NaN], Bounds.Free, true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_of_the_wrong_length() =>
        Assert.StartsWith(
            "The start has 3 elements; the decision has 2.",
            Message(() => DecisionProblem.Solve(Objective, [1, 1, 1], Bounds.Free, true)),
            StringComparison.Ordinal);

    [Fact]
    public void A_utility_that_is_not_finite_at_the_start()
    {
        var bad = new PricingObjective([100, double.NaN, 90], [-2, -2, -2], 0.3);
        Assert.StartsWith(
            "The expected utility is NaN at the start, decision = [1]: the utility is not finite in 1 of 3 draws, the first of them draw 1.",
            Message(() => DecisionProblem.Solve(bad, [1], Bounds.AtLeast(0), true)),
            StringComparison.Ordinal);

        var steep = new FunctionObjective(1, (x, g) =>
        {
            g[0] = double.PositiveInfinity;
            return Math.Sqrt(x[0]);
        });
        Assert.StartsWith(
            "The slope of the expected utility by 'decision[0]' is Infinity at the start.",
            Message(() => DecisionProblem.Solve(steep, [0], Bounds.AtLeast(0), true)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_start_at_all() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionProblem.Solve(Objective, [1, 1], Bounds.Free, true, new() { Starts = 0 }));
}
