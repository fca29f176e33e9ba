using System;
using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// Numerical differentiation formulae of orders 1 to 5, backward differentiation made more accurate, for stiff equations. Steps and orders are
/// variable. The states are found by a simplified Newton iteration; then the sensitivities, whose equations are linear, by one solution with
/// the Jacobian there.
/// </summary>
/// <remarks>
/// The formulae and the history in backward differences: L. F. Shampine and M. W. Reichelt, <i>The MATLAB ODE Suite</i>, SIAM J. Sci. Comput. 18
/// (1997) 1–22. Control of steps and orders and the iteration as there and in G. D. Byrne and A. C. Hindmarsh, <i>A polyalgorithm for the numerical
/// solution of ordinary differential equations</i>, ACM Trans. Math. Softw. 1 (1975) 71–96. Staggered direct sensitivities: M. Caracotsios and
/// W. E. Stewart, Computers and Chemical Engineering 9 (1985) 359–365.
/// </remarks>
/// <typeparam name="TSystem">The system; a struct makes its calls direct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BackwardDifferentiation<TSystem> : DifferentialEquationSolver<TSystem>
    where TSystem : IDifferentialEquation
{
    private const int MaxOrder = BackwardDifferences.MaxOrder;
    private const double Safety = 0.9;
    private const double LargestGrowth = 10;
    private const double LeastShrinkage = 0.2;

    // A step that could be a little longer or shorter stays: a change costs a factorisation, and blurs the history.
    private const double KeptFrom = 0.9;
    private const double KeptTo = 1.2;

    private const double UnitRoundoff = 1.1102230246251565e-16;

    private readonly BackwardDifferences history;
    private readonly NewtonIteration<TSystem> newton;
    private readonly Vector256<double>[] predicted;
    private readonly Vector256<double>[] arrived;
    private readonly Vector256<double>[] correction;
    private readonly Vector256<double>[] known;
    private readonly Vector256<double>[] derivative;

    /// <summary>A solver for systems of one size.</summary>
    /// <param name="states">The number of states.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="options">Tolerances and the limit of steps; <see langword="null"/> for the defaults.</param>
    /// <param name="initialStateSensitivities">
    /// Whether sensitivities, where asked for, are also those to the initial state. Without, they have columns for the parameters only, and cost
    /// less.
    /// </param>
    public BackwardDifferentiation(int states, int parameters, DifferentialEquationOptions? options = null, bool initialStateSensitivities = true)
        : base("OdeBdf", string.Empty, states, parameters, options, initialStateSensitivities)
    {
        var capacity = Coupled.Capacity;
        history = new BackwardDifferences(capacity);
        newton = new NewtonIteration<TSystem>(Coupled, Norm, options ?? DifferentialEquationOptions.Default);
        predicted = new Vector256<double>[capacity];
        arrived = new Vector256<double>[capacity];
        correction = new Vector256<double>[capacity];
        known = new Vector256<double>[capacity];
        derivative = new Vector256<double>[capacity];
    }

    private protected override Vector256<double>[] Initial => history[0];

    private protected override IntegrationStatus Integrate(ref SolutionOutput output, double time)
    {
        var blocks = Coupled.Blocks;
        Coupled.Derivative(time, history[0], derivative);
        if (!double.IsFinite(Norm.Of(derivative.AsSpan(0, blocks), history[0])))
        {
            return IntegrationStatus.NotFinite;
        }

        var end = output.Last;
        var step = InitialStep.Of(Coupled, Norm, 2, time, end, history[0], derivative, predicted, arrived);
        history.Begin(derivative, step, blocks);
        newton.Begin(time, history[0]);
        var order = 1;
        var equalSteps = 0;
        var finite = true;
        while (Progress.TryStep())
        {
            var arrival = time + step;
            if (arrival >= end)
            {
                arrival = end;
                if (end - time != step)
                {
                    Rescale((end - time) / step);
                }
            }
            else if (0.1 * step <= Math.Abs(time) * UnitRoundoff)
            {
                return finite ? IntegrationStatus.StepUnderflow : IntegrationStatus.NotFinite;
            }

            history.Predict(order, blocks, predicted);
            BackwardDifferentiationFormula.Known(history, order, blocks, known);
            var shift = step / BackwardDifferentiationFormula.Leading(order);
            var iterations = newton.CorrectStates(arrival, shift, predicted, known, arrived, correction);
            if (iterations == 0)
            {
                finite = newton.IsFinite;
                Rescale(0.5);
                continue;
            }

            // Slow convergence is a reason for caution.
            const int most = NewtonIteration<TSystem>.MaxIterations;
            var safety = Safety * (2 * most + 1) / (2 * most + iterations);
            var scale = BackwardDifferentiationFormula.ErrorConstant(order);
            var error = scale * Norm.Of(correction.AsSpan(0, Coupled.StateBlocks), arrived);
            if (error <= 1 && Coupled.WithSensitivities)
            {
                error = newton.CorrectSensitivities(arrival, shift, predicted, known, arrived, correction)
                    ? scale * Norm.Of(correction.AsSpan(0, blocks), arrived)
                    : double.NaN;
            }

            finite = double.IsFinite(error);
            if (!(error <= 1))
            {
                Rescale(finite ? Math.Max(LeastShrinkage, safety * Math.Pow(error, -1.0 / (order + 1))) : LeastShrinkage);
                continue;
            }

            history.Advance(order, blocks, correction);
            time = arrival;
            Progress.Reached = time;
            equalSteps++;
            Write(ref output, time, step, order);
            if (time == end)
            {
                return IntegrationStatus.Reached;
            }

            // The differences of the neighbouring orders mean something after as many steps of one length.
            if (equalSteps > order)
            {
                var (chosen, growth) = Choose(order, error, blocks);
                growth = Math.Min(LargestGrowth, safety * growth);
                equalSteps = 0;
                if (chosen != order || growth < KeptFrom || growth > KeptTo)
                {
                    order = chosen;
                    Rescale(growth);
                }
            }
        }

        return IntegrationStatus.StepLimit;

        void Rescale(double factor)
        {
            history.Rescale(factor, order, blocks);
            step *= factor;
            equalSteps = 0;
        }
    }

    /// <summary>The order among this one and its neighbours that allows the longest step, and the factor by which that is longer.</summary>
    private (int Order, double Growth) Choose(int order, double error, int blocks)
    {
        var chosen = (Order: order, Growth: Math.Pow(error, -1.0 / (order + 1)));
        if (order > 1)
        {
            var growth = Math.Pow(ErrorOf(order - 1, history[order]), -1.0 / order);
            chosen = growth > chosen.Growth ? (order - 1, growth) : chosen;
        }

        if (order < MaxOrder)
        {
            var growth = Math.Pow(ErrorOf(order + 1, history[order + 2]), -1.0 / (order + 2));
            chosen = growth > chosen.Growth ? (order + 1, growth) : chosen;
        }

        return chosen;

        double ErrorOf(int other, Vector256<double>[] difference) =>
            BackwardDifferentiationFormula.ErrorConstant(other) * Norm.Of(difference.AsSpan(0, blocks), history[0]);
    }

    /// <summary>Writes the solution at the output times up to the time just reached.</summary>
    private void Write(ref SolutionOutput output, double time, double step, int order)
    {
        while (output.Target <= time)
        {
            history.Interpolate((time - output.Target) / step, order, Coupled.Blocks, predicted);
            Coupled.CopyTo(predicted, output.States, output.Sensitivities);
            output.Advance();
            Progress.PassOutput(output.Target);
        }
    }
}
