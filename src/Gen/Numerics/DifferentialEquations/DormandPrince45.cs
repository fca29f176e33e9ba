using System;
using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// The explicit Runge–Kutta pair of Dormand and Prince, of order 5 with an error estimate of order 4, for equations that are not stiff.
/// </summary>
/// <remarks>
/// J. R. Dormand and P. J. Prince, <i>A family of embedded Runge–Kutta formulae</i>, J. Comp. Appl. Math. 6 (1980) 19–26. The control of steps and
/// the continuous extension of order 4 are those of DOPRI5: E. Hairer, S. P. Nørsett and G. Wanner, <i>Solving Ordinary Differential Equations I</i>
/// (2nd edition, 1993), sections II.4 to II.6 and appendix.
/// </remarks>
/// <typeparam name="TSystem">The system; a struct makes its calls direct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DormandPrince45<TSystem> : DifferentialEquationSolver<TSystem>
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

    private readonly DormandPrinceStages stages;

    /// <summary>A solver for systems of one size.</summary>
    /// <param name="states">The number of states.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="options">Tolerances and the limit of steps; <see langword="null"/> for the defaults.</param>
    /// <param name="initialStateSensitivities">
    /// Whether sensitivities, where asked for, are also those to the initial state. Without, they have columns for the parameters only, and cost
    /// less.
    /// </param>
    public DormandPrince45(int states, int parameters, DifferentialEquationOptions? options = null, bool initialStateSensitivities = true)
        : base("OdeRk45", "use OdeBdf", states, parameters, options, initialStateSensitivities) => stages = new DormandPrinceStages(Coupled.Capacity);

    private protected override Vector256<double>[] Initial => stages.State;

    private protected override IntegrationStatus Integrate(ref SolutionOutput output, double time)
    {
        var blocks = Coupled.Blocks;
        Coupled.Derivative(time, stages.State, stages.FirstStage);
        if (!double.IsFinite(Norm.Of(stages.FirstStage.AsSpan(0, blocks), stages.State)))
        {
            return IntegrationStatus.NotFinite;
        }

        var end = output.Last;
        var step = InitialStep.Of(Coupled, Norm, 5, time, end, stages.State, stages.FirstStage, stages.Scratch, stages.SecondScratch);
        var lastError = LeastLogError;
        var growth = LargestGrowth;
        var finite = true;
        while (Progress.TryStep())
        {
            // The last step ends at the last time, stretched by a hundredth rather than followed by a tiny one.
            var isLast = time + 1.01 * step >= end;
            step = isLast ? end - time : step;
            if (!isLast && 0.1 * step <= Math.Abs(time) * UnitRoundoff)
            {
                return finite ? IntegrationStatus.StepUnderflow : IntegrationStatus.NotFinite;
            }

            var error = stages.Try(Coupled, Norm, time, step);
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
            Progress.Reached = time;
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
                Coupled.CopyTo(stages.Next, output.States, output.Sensitivities);
            }
            else
            {
                stages.Interpolate((target - time) / step, step, Coupled.Blocks);
                Coupled.CopyTo(stages.Scratch, output.States, output.Sensitivities);
            }

            output.Advance();
            Progress.PassOutput(output.Target);
        }
    }
}
