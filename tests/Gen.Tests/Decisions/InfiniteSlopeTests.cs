using System;
using System.Linq;
using Xunit;

namespace Gen.Tests.Decisions;

/// <summary>
/// Utilities whose slope is infinite at a bound, where emitted gradients have 0 for it: the optimum is inside, and closed forms say where. Starts are on the
/// bound, and so far away that the first step ends on it.
/// </summary>
public class InfiniteSlopeTests
{
    [Theory]
    [InlineData(0.8, 4)]
    [InlineData(0.8, 0)]
    [InlineData(3, 4)]
    [InlineData(3, 0.001)]
    [InlineData(30, 0)]
    public void Square_root_less_a_cost(double cost, double start) =>
        Agrees(1 / (4 * cost * cost), start, 0, 4, x => (Math.Sqrt(x) - cost * x, x == 0 ? -cost : 0.5 / Math.Sqrt(x) - cost));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Square_root_of_the_distance_from_the_upper_bound(double start) =>
        Agrees(3.75, start, 0, 4, x => (Math.Sqrt(4 - x) + x, 1 - (x == 4 ? 0 : 0.5 / Math.Sqrt(4 - x))));

    [Theory]
    [InlineData(0.3, 10)]
    [InlineData(0.3, 0)]
    [InlineData(0.7, 10)]
    [InlineData(0.7, 0)]
    public void Power_less_its_argument(double power, double start) =>
        Agrees(Math.Pow(power, 1 / (1 - power)), start, 0, double.PositiveInfinity, x => (Math.Pow(x, power) - x, x == 0 ? -1 : power * Math.Pow(x, power - 1) - 1));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(2, 5)]
    [InlineData(2, 0)]
    public void Entropy_less_a_cost(double cost, double start) =>
        Agrees(Math.Exp(-1 - cost), start, 0, double.PositiveInfinity, x => (x == 0 ? 0 : -x * Math.Log(x) - cost * x, x == 0 ? -1 - cost : -1 - Math.Log(x) - cost));

    [Theory]
    [InlineData(0.0)]
    [InlineData(5.0)]
    public void Several_variables_of_which_a_bound_holds_one(double start)
    {
        double[] strengths = [0.5, 1.2, 0.1];
        var function = new FunctionObjective(4, (x, slopes) =>
        {
            slopes[3] = -2;
            for (var i = 0; i < 3; i++)
                slopes[i] = (x[i] == 0 ? 0 : strengths[i] / (2 * Math.Sqrt(x[i]))) - 1;
            return strengths.Select((strength, i) => strength * Math.Sqrt(x[i]) - x[i]).Sum() - 2 * x[3];
        });
        var best = DecisionProblem.Solve(function, [start, start, start, start], Bounds.AtLeast(0), maximize: true);
        Assert.True(best.Converged, best.Message);
        for (var i = 0; i < 3; i++)
            Assert.Equal(strengths[i] * strengths[i] / 4, best.Point[i], 1e-5);
        Assert.Equal(0, best.Point[3]);
    }

    [Fact]
    public void A_bound_that_is_the_optimum_stays_so()
    {
        var best = DecisionProblem.Solve(new FunctionObjective(1, (x, slopes) => (slopes[0] = -1 - x[0], Value: -x[0] - x[0] * x[0] / 2).Value), [3], Bounds.AtLeast(0), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(0, best.Point[0]);
    }

    private static void Agrees(double optimum, double start, double lower, double upper, Func<double, (double Value, double Slope)> utility)
    {
        var function = new FunctionObjective(1, (x, slopes) =>
        {
            var (value, slope) = utility(x[0]);
            slopes[0] = slope;
            return value;
        });
        var best = DecisionProblem.Solve(function, [start], Bounds.Between(lower, upper), maximize: true);
        Assert.True(best.Converged, best.Message);
        Assert.Equal(optimum, best.Point[0], 1e-5 * Math.Max(optimum, 1));
    }
}
