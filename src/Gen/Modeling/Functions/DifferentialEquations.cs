using System;
using Gen.Numerics;

namespace Gen;

// Solutions of ordinary differential equations.
public static partial class Modeling
{
    /// <summary>
    /// The solution of y′ = f(t, y) by the explicit Runge–Kutta pair of Dormand and Prince, of order 5(4): for equations that are not stiff.
    /// </summary>
    /// <param name="derivative">f: the time and the state to the state's derivative; it may use latents and data.</param>
    /// <param name="initialState">y at <paramref name="initialTime"/>.</param>
    /// <param name="initialTime">The initial time.</param>
    /// <param name="times">The times at which the solution is wanted, increasing and after <paramref name="initialTime"/>.</param>
    /// <param name="relTol">The relative tolerance of the local error of each state.</param>
    /// <param name="absTol">The absolute tolerance of the local error of each state.</param>
    /// <param name="maxSteps">How many steps may be tried between two consecutive times.</param>
    /// <returns>A row per time and a column per state.</returns>
    /// <exception cref="ArgumentException">The times are not increasing, or the derivative has not an element per state.</exception>
    /// <exception cref="OdeException">The solution did not reach the last time.</exception>
    /// <remarks>The method and its sources: <see cref="DormandPrince45{TSystem}"/>. The defaults are those of Stan's <c>ode_rk45</c>.</remarks>
    public static Matrix OdeRk45(
        Func<double, Vector, Vector> derivative,
        Vector initialState,
        double initialTime,
        Vector times,
        double relTol = 1e-6,
        double absTol = 1e-6,
        int maxSteps = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        ArgumentNullException.ThrowIfNull(initialState);
        ArgumentNullException.ThrowIfNull(times);
        var equation = new FunctionEquation(nameof(OdeRk45), derivative, initialState.Length);
        var solver = new DormandPrince45<FunctionEquation>(initialState.Length, 0, Accuracy(relTol, absTol, maxSteps), false);
        var solution = new double[times.Length * initialState.Length];
        return solver.Solve(equation, initialState.AsSpan(), initialTime, times.AsSpan(), solution, [])
            ? Matrix.Wrap(times.Length, initialState.Length, solution)
            : throw new OdeException(solver.Message);
    }

    /// <summary>
    /// The solution of y′ = f(t, y) by backward differentiation formulae of orders 1 to 5: for stiff equations. The Jacobian of f is taken by
    /// differences here; code emitted from a model has it exactly.
    /// </summary>
    /// <inheritdoc cref="OdeRk45"/>
    /// <remarks>
    /// The method and its sources: <see cref="BackwardDifferentiation{TSystem}"/>. The defaults are those of Stan's <c>ode_bdf</c>.
    /// </remarks>
    public static Matrix OdeBdf(
        Func<double, Vector, Vector> derivative,
        Vector initialState,
        double initialTime,
        Vector times,
        double relTol = 1e-6,
        double absTol = 1e-6,
        int maxSteps = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        ArgumentNullException.ThrowIfNull(initialState);
        ArgumentNullException.ThrowIfNull(times);
        var equation = new FunctionEquation(nameof(OdeBdf), derivative, initialState.Length);
        var solver = new BackwardDifferentiation<FunctionEquation>(initialState.Length, 0, Accuracy(relTol, absTol, maxSteps), false);
        var solution = new double[times.Length * initialState.Length];
        return solver.Solve(equation, initialState.AsSpan(), initialTime, times.AsSpan(), solution, [])
            ? Matrix.Wrap(times.Length, initialState.Length, solution)
            : throw new OdeException(solver.Message);
    }

    private static DifferentialEquationOptions Accuracy(double relTol, double absTol, int maxSteps) =>
        new() { RelativeTolerance = relTol, AbsoluteTolerance = absTol, MaxSteps = maxSteps };
}
