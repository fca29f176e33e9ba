using System;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// The explicit Runge–Kutta pair of Dormand and Prince, of order 5 with an error estimate of order 4, for equations that are not stiff; with the
/// sensitivities of the solution to the initial state and the parameters where they are asked for. Nothing is allocated by a solution. An instance
/// serves one thread at a time.
/// </summary>
/// <remarks>
/// J. R. Dormand and P. J. Prince, <i>A family of embedded Runge–Kutta formulae</i>, J. Comp. Appl. Math. 6 (1980) 19–26. The control of steps and
/// the continuous extension of order 4 are those of DOPRI5: E. Hairer, S. P. Nørsett and G. Wanner, <i>Solving Ordinary Differential Equations I</i>
/// (2nd edition, 1993), sections II.4 to II.6 and appendix.
/// </remarks>
/// <typeparam name="TSystem">The system; a struct makes its calls direct.</typeparam>
public sealed class DormandPrince45<TSystem>
    where TSystem : IDifferentialEquation
{
    private const double Safety = 0.9;
    private const double LargestShrinkage = 5;
    private const double LargestGrowth = 10;

    // Gustafsson's controller: the error of the last step stabilises the choice of the next.
    private const double Stabilisation = 0.04;
    private const double Exponent = 0.2 - 0.75 * Stabilisation;

    // log 1e-4: a step that happened to have hardly any error says little about the next.
    private const double LeastLogError = -9.210340371976182;

    private const double UnitRoundoff = 1.1102230246251565e-16;

    private readonly CoupledSystem<TSystem> system;
    private readonly DormandPrinceStages stages;
    private readonly ScaledNorm norm;
    private readonly IntegrationProgress progress;

    /// <summary>A solver for systems of one size.</summary>
    /// <param name="states">The number of states.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="options">Tolerances and the limit of steps; <see langword="null"/> for the defaults.</param>
    /// <param name="initialStateSensitivities">
    /// Whether sensitivities, where asked for, are also those to the initial state. Without, they have a column for each parameter only, at less cost.
    /// </param>
    public DormandPrince45(int states, int parameters, DifferentialEquationOptions? options = null, bool initialStateSensitivities = true)
    {
        options ??= DifferentialEquationOptions.Default;
        system = new CoupledSystem<TSystem>(states, parameters, initialStateSensitivities);
        stages = new DormandPrinceStages(system.Capacity);
        norm = new ScaledNorm(options);
        progress = new IntegrationProgress("OdeRk45", "use OdeBdf", options.MaxSteps);
    }

    /// <summary>Columns of the sensitivities at a time: elements of the initial state if those are wanted, then parameters.</summary>
    public int SensitivityColumns => system.Columns;

    /// <summary>How the last solution ended.</summary>
    public IntegrationStatus Status => progress.Status;

    /// <summary>The time to which the last solution came.</summary>
    public double Reached => progress.Reached;

    /// <summary>Steps tried by the last solution.</summary>
    public long Steps => progress.Steps;

    /// <summary>How the last solution ended, in words; made when asked for.</summary>
    public string Message => progress.Message;

    /// <summary>Solves the equation from an initial state.</summary>
    /// <param name="equation">The system with its parameters.</param>
    /// <param name="initialState">The state at <paramref name="initialTime"/>.</param>
    /// <param name="initialTime">The initial time.</param>
    /// <param name="times">The times at which the solution is wanted: increasing and after the initial time.</param>
    /// <param name="states">Receives the solution: times × states, row-major. NaN at times that were not reached.</param>
    /// <param name="sensitivities">
    /// Receives the derivatives of the states: times × states × <see cref="SensitivityColumns"/>, row-major. Empty for the solution alone.
    /// </param>
    /// <returns>Whether all times were reached; otherwise <see cref="Status"/> and <see cref="Message"/> say why not.</returns>
    /// <exception cref="ArgumentException">The sizes or the times are not as described.</exception>
    public bool Solve(
        TSystem equation,
        ReadOnlySpan<double> initialState,
        double initialTime,
        ReadOnlySpan<double> times,
        Span<double> states,
        Span<double> sensitivities)
    {
        var output = new SolutionOutput("OdeRk45", initialTime, times, states, sensitivities, system.States, system.Columns);
        progress.Begin(initialTime, output.Target);
        if (!system.Begin(equation, initialState, output.WithSensitivities, stages.State) || !double.IsFinite(initialTime))
        {
            output.Abandon();
            return progress.End(IntegrationStatus.InitialStateNotFinite);
        }

        var ending = Integrate(ref output, initialTime);
        output.Abandon();
        return progress.End(ending);
    }

    private IntegrationStatus Integrate(ref SolutionOutput output, double time)
    {
        if (output.IsComplete)
        {
            return IntegrationStatus.Reached;
        }

        var blocks = system.Blocks;
        system.Derivative(time, stages.State, stages.FirstStage);
        if (!double.IsFinite(norm.Of(stages.FirstStage.AsSpan(0, blocks), stages.State)))
        {
            return IntegrationStatus.NotFinite;
        }

        var end = output.Last;
        var step = InitialStep.Of(system, norm, 5, time, end, stages.State, stages.FirstStage, stages.Scratch, stages.SecondScratch);
        var lastError = LeastLogError;
        var growth = LargestGrowth;
        var finite = true;
        while (progress.TryStep())
        {
            // The last step ends at the last time, stretched by a hundredth rather than followed by a tiny one.
            var isLast = time + 1.01 * step >= end;
            step = isLast ? end - time : step;
            if (!isLast && 0.1 * step <= Math.Abs(time) * UnitRoundoff)
            {
                return finite ? IntegrationStatus.StepUnderflow : IntegrationStatus.NotFinite;
            }

            var error = stages.Try(system, norm, time, step);
            finite = double.IsFinite(error);
            if (!finite)
            {
                step /= LargestGrowth;
                growth = 1;
                continue;
            }

            var logError = Math.Log(error);
            if (error > 1)
            {
                step /= Math.Min(LargestShrinkage, Math.Exp(Exponent * logError) / Safety);
                growth = 1;
                continue;
            }

            var arrival = isLast ? end : time + step;
            Write(ref output, time, step, arrival);
            stages.Accept();
            time = arrival;
            progress.Reached = time;
            if (isLast)
            {
                return IntegrationStatus.Reached;
            }

            step *= Math.Clamp(Safety * Math.Exp(Stabilisation * lastError - Exponent * logError), 1 / LargestShrinkage, growth);
            lastError = Math.Max(logError, LeastLogError);
            growth = LargestGrowth;
        }

        return IntegrationStatus.StepLimit;
    }

    /// <summary>Writes the solution at the output times within the step just tried.</summary>
    private void Write(ref SolutionOutput output, double time, double step, double arrival)
    {
        while (output.Target <= arrival)
        {
            var target = output.Target;
            if (target == arrival)
            {
                system.CopyTo(stages.Next, output.States, output.Sensitivities);
            }
            else
            {
                stages.Interpolate((target - time) / step, step, system.Blocks);
                system.CopyTo(stages.Scratch, output.States, output.Sensitivities);
            }

            output.Advance();
            progress.PassOutput(output.Target);
        }
    }
}
