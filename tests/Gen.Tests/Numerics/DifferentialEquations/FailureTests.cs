using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>How a solution that cannot reach its last time ends, and what it says.</summary>
public class FailureTests
{
    [Fact]
    public void StepLimitOfRungeKutta()
    {
        var solver = new DormandPrince45<HarmonicOscillator>(2, 1, new DifferentialEquationOptions { MaxSteps = 10 });
        var (states, sensitivities) = (new double[6], new double[18]);
        Assert.False(solver.Solve(new HarmonicOscillator(1), [0, 1], 0, [1, 200, 300], states, sensitivities));
        Assert.Equal(IntegrationStatus.StepLimit, solver.Status);
        Assert.InRange(solver.Reached, 1, 200);
        Assert.Equal(
            $"OdeRk45: 10 steps from t = 1 did not reach t = 200 (reached {Numbers.Text(solver.Reached)}); raise maxSteps or use OdeBdf.",
            solver.Message);

        // What was reached is there; the rest is NaN.
        Assert.Equal(Math.Sin(1), states[0], 5);
        Assert.All(states[2..].Concat(sensitivities[6..]), value => Assert.True(double.IsNaN(value)));
        Assert.All(sensitivities[..6], value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void TheLimitIsBetweenTwoTimes()
    {
        var solver = new DormandPrince45<HarmonicOscillator>(2, 1, new DifferentialEquationOptions { MaxSteps = 10 });
        var times = Enumerable.Range(1, 100).Select(i => (double)i).ToArray();
        Assert.True(solver.Solve(new HarmonicOscillator(1), [0, 1], 0, times, new double[200], []));
        Assert.True(solver.Steps > 100);
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void ASolutionThatEndsInFiniteTime(Method method)
    {
        // y = 1 / (1 - t).
        var solver = method.Solver<Given>(1, 0);
        Assert.False(solver.Solve(new Given(1, (t, y, d) => d[0] = y[0] * y[0]), [1], 0, [0.5, 2], new double[2], []));
        Assert.Equal(1, solver.Reached, 4);
        Assert.Contains(solver.Status, new[] { IntegrationStatus.StepUnderflow, IntegrationStatus.NotFinite });
    }

    [Fact]
    public void AStepUnderflowSaysWhere()
    {
        // Jumps without end: every step across t = 1 has an error of about 1.
        var solver = new DormandPrince45<Given>(1, 0);
        var system = new Given(1, (t, y, d) => d[0] = t < 1 ? 0 : 1e300);
        Assert.False(solver.Solve(system, [1], 0, [2], new double[1], []));
        Assert.Equal(IntegrationStatus.StepUnderflow, solver.Status);
        Assert.Equal(
            "OdeRk45: no step from t = 1 towards t = 2, however short, keeps the tolerance; the solution is singular there, or stiff: use OdeBdf.",
            solver.Message);
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void ADerivativeThatIsNotFiniteFromSomeTimeOn(Method method)
    {
        var solver = method.Solver<Given>(1, 0);
        Assert.False(solver.Solve(new Given(1, (t, y, d) => d[0] = Math.Sqrt(4 - t)), [1], 0, [1, 6], new double[2], []));
        Assert.Equal(IntegrationStatus.NotFinite, solver.Status);
        Assert.Equal(
            $"{method.Function}: the solution cannot be continued from t = 4 towards t = 6: the derivative is not finite there.",
            solver.Message);
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void ADerivativeThatIsNotFiniteAtTheStart(Method method)
    {
        var solver = method.Solver<ExponentialDecay>(1, 1);
        var (states, sensitivities) = (new double[1], new double[2]);
        Assert.False(solver.Solve(new ExponentialDecay(double.NaN), [1], 0.5, [6], states, sensitivities));
        Assert.Equal(IntegrationStatus.NotFinite, solver.Status);
        Assert.Equal(
            $"{method.Function}: the solution cannot be continued from t = 0.5 towards t = 6: the derivative is not finite there.",
            solver.Message);
        Assert.All(states.Concat(sensitivities), value => Assert.True(double.IsNaN(value)));
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void AnInitialStateThatIsNotFinite(Method method)
    {
        var solver = method.Solver<ExponentialDecay>(1, 1);
        foreach (var (state, time) in new[] { (double.NaN, 0.0), (double.PositiveInfinity, 0), (1, double.NaN) })
        {
            Assert.False(solver.Solve(new ExponentialDecay(1), [state], time, [6], new double[1], []));
            Assert.Equal(IntegrationStatus.InitialStateNotFinite, solver.Status);
            Assert.Equal($"{method.Function}: the initial state and the initial time must be finite.", solver.Message);
        }
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void ASolverServesAgainAfterAFailure(Method method)
    {
        var solver = method.Solver<ExponentialDecay>(1, 1);
        Assert.Equal($"{method.Function}: nothing was integrated.", solver.Message);
        Assert.False(solver.Solve(new ExponentialDecay(double.NaN), [1], 0, [6], new double[1], new double[2]));
        var (states, sensitivities) = (new double[1], new double[2]);
        Assert.True(solver.Solve(new ExponentialDecay(1), [1], 0, [1], states, sensitivities));
        Assert.Equal($"{method.Function}: reached t = 1.", solver.Message);
        Assert.Equal(Math.Exp(-1), states[0], 4);
        Assert.Equal(-Math.Exp(-1), sensitivities[1], 4);
    }
}
