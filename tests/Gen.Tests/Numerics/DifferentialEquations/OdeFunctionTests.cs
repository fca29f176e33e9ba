using System;
using Gen.Numerics;
using Xunit;
using static Gen.Modeling;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>The language's functions as plain C#.</summary>
public class OdeFunctionTests
{
    [Fact]
    public void ALambdaOfCollectionExpressionsIsSolved()
    {
        var (k1, k2) = (0.9, 0.4);
        var solution = OdeRk45((t, c) => [k2 * c[1] - k1 * c[0], k1 * c[0] - k2 * c[1]], [1, 0], 0, [0.5, 1, 4], relTol: 1e-9, absTol: 1e-9);
        Assert.Equal((3, 2), (solution.Rows, solution.Columns));
        for (var i = 0; i < 3; i++)
        {
            var moved = k1 / (k1 + k2) * (1 - Math.Exp(-(k1 + k2) * new[] { 0.5, 1, 4 }[i]));
            Assert.Equal(1 - moved, solution[i, 0], 1e-8);
            Assert.Equal(moved, solution[i, 1], 1e-8);
        }
    }

    [Fact]
    public void AStiffLambdaIsSolved()
    {
        // Robertson's reaction at t = 40, as published.
        var solution = OdeBdf(
            (t, y) => [-0.04 * y[0] + 1e4 * y[1] * y[2], 0.04 * y[0] - 1e4 * y[1] * y[2] - 3e7 * y[1] * y[1], 3e7 * y[1] * y[1]],
            [1, 0, 0],
            0,
            [0.4, 40],
            relTol: 1e-8,
            absTol: 1e-12);
        Assert.Equal((2, 3), (solution.Rows, solution.Columns));
        Assert.Equal(0.7158270688, solution[1, 0], 1e-7);
        Assert.Equal(9.185534765e-6, solution[1, 1], 1e-11);
        Assert.Equal(0.2841637457, solution[1, 2], 1e-7);
    }

    [Fact]
    public void FailuresOfTheStiffMethodBearItsName()
    {
        Assert.Equal(
            "OdeBdf: times[0] = 0 is not after the initial time 0.",
            Assert.Throws<ArgumentException>(() => OdeBdf((t, y) => [-y[0]], [1], 0, [0])).Message);
        Assert.Equal(
            "OdeBdf: the derivative has 1 elements, the initial state 2.",
            Assert.Throws<ArgumentException>(() => OdeBdf((t, y) => [-y[0]], [1, 2], 0, [1])).Message);
        Assert.Matches(
            @"^OdeBdf: 3 steps from t = 0 did not reach t = 9 \(reached \d.*\); raise maxSteps\.$",
            Assert.Throws<OdeException>(() => OdeBdf((t, y) => [-y[0]], [1], 0, [9], maxSteps: 3)).Message);
    }

    [Fact]
    public void AStepLimitIsAnExceptionWithTheSolversMessage()
    {
        var exception = Assert.Throws<OdeException>(() => OdeRk45((t, y) => [-1e6 * y[0]], [1], 1, [3.2], maxSteps: 500));
        Assert.Matches(
            @"^OdeRk45: 500 steps from t = 1 did not reach t = 3\.2 \(reached 1\.00\d+\); raise maxSteps or use OdeBdf\.$",
            exception.Message);
        Assert.IsAssignableFrom<InvalidOperationException>(exception);
    }

    [Theory]
    [InlineData(new[] { 0.0 }, "OdeRk45: times[0] = 0 is not after the initial time 0.")]
    [InlineData(new[] { -1.0, 2 }, "OdeRk45: times[0] = -1 is not after the initial time 0.")]
    [InlineData(new[] { 1.0, 2, 2 }, "OdeRk45: times[2] = 2 is not after the time before it, 2: times must increase.")]
    [InlineData(new[] { 1.0, 0.5 }, "OdeRk45: times[1] = 0.5 is not after the time before it, 1: times must increase.")]
    [InlineData(new[] { 1.0, double.NaN }, "OdeRk45: times[1] = NaN is not finite.")]
    [InlineData(new[] { double.PositiveInfinity }, "OdeRk45: times[0] = ∞ is not finite.")]
    public void TimesMustIncreaseFromTheInitialTime(double[] times, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => OdeRk45((t, y) => [-y[0]], [1], 0, times)).Message);

    [Fact]
    public void ADerivativeOfAnotherLengthIsRefused() =>
        Assert.Equal(
            "OdeRk45: the derivative has 3 elements, the initial state 2.",
            Assert.Throws<ArgumentException>(() => OdeRk45((t, y) => [1, 2, 3], [1, 0], 0, [1])).Message);

    [Theory]
    [InlineData(0, 1e-6, 10, "RelativeTolerance")]
    [InlineData(1e-6, -1, 10, "AbsoluteTolerance")]
    [InlineData(1e-6, double.NaN, 10, "AbsoluteTolerance")]
    [InlineData(1e-6, 1e-6, 0, "MaxSteps")]
    public void ToleranceAndStepsMustBePositive(double relTol, double absTol, int maxSteps, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => OdeRk45((t, y) => [1], [1], 0, [1], relTol, absTol, maxSteps)).ParamName);
}
