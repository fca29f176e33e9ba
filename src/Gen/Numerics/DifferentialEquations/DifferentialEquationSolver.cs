using System;
using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// A solver of initial value problems y′ = f(t, y; θ), y(t₀) = y₀ for systems of one size, with the sensitivities ∂y/∂y₀ and ∂y/∂θ where they are
/// asked for. Nothing is allocated by a solution. An instance serves one thread at a time.
/// </summary>
/// <remarks>
/// Sensitivities are integrated beside the states (S′ = (∂f/∂y) S + ∂f/∂θ, S(t₀) = [I, 0]) and count in the control of errors, as in Stan. So a
/// solution alone and the same solution with sensitivities take different steps and differ by as much as the tolerance allows.
/// </remarks>
/// <typeparam name="TSystem">The system; a struct makes its calls direct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DifferentialEquationSolver<TSystem>
    where TSystem : IDifferentialEquation
{
    private readonly string function;

    private protected DifferentialEquationSolver(
        string function,
        string remedy,
        int states,
        int parameters,
        DifferentialEquationOptions? options,
        bool initialStateSensitivities)
    {
        options ??= DifferentialEquationOptions.Default;
        this.function = function;
        Coupled = new CoupledSystem<TSystem>(states, parameters, initialStateSensitivities);
        Norm = new ScaledNorm(options);
        Progress = new IntegrationProgress(function, remedy, options.MaxSteps);
    }

    /// <summary>Columns of the sensitivities at a time: elements of the initial state if those are wanted, then parameters.</summary>
    public int SensitivityColumns => Coupled.Columns;

    /// <summary>How the last solution ended.</summary>
    public IntegrationStatus Status => Progress.Status;

    /// <summary>The time to which the last solution came.</summary>
    public double Reached => Progress.Reached;

    /// <summary>Steps tried by the last solution, accepted or not.</summary>
    public long Steps => Progress.Steps;

    /// <summary>How the last solution ended, in words; made when asked for.</summary>
    public string Message => Progress.Message;

    private protected CoupledSystem<TSystem> Coupled { get; }

    private protected ScaledNorm Norm { get; }

    private protected IntegrationProgress Progress { get; }

    /// <summary>The coupled state from which an integration begins.</summary>
    private protected abstract Vector256<double>[] Initial { get; }

    /// <summary>Solves the equation from an initial state.</summary>
    /// <param name="equation">The system with its parameters.</param>
    /// <param name="initialState">The state at <paramref name="initialTime"/>.</param>
    /// <param name="initialTime">The initial time.</param>
    /// <param name="times">The times at which the solution is wanted: increasing and after the initial time.</param>
    /// <param name="states">Receives the solution: times × states, row-major. NaN at times that were not reached.</param>
    /// <param name="sensitivities">
    /// Receives the derivatives of the states: times × states × <see cref="SensitivityColumns"/>, row-major; NaN at times that were not reached.
    /// Empty for the solution alone.
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
        var output = new SolutionOutput(function, initialTime, times, states, sensitivities, Coupled.States, Coupled.Columns);
        Progress.Begin(initialTime, output.Target);
        var status =
            !Coupled.Begin(equation, initialState, output.WithSensitivities, Initial) || !double.IsFinite(initialTime)
                ? IntegrationStatus.InitialStateNotFinite
            : output.IsComplete ? IntegrationStatus.Reached
            : Integrate(ref output, initialTime);
        output.Abandon();
        return Progress.End(status);
    }

    /// <summary>Integrates from <see cref="Initial"/> at the initial time until the output, which has at least one time, is complete.</summary>
    private protected abstract IntegrationStatus Integrate(ref SolutionOutput output, double time);
}
