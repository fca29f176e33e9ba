using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>Solves the implicit equation of a step, correction = c f(t, prediction + correction) − known.</summary>
/// <remarks>
/// The simplified iteration and its test of convergence are those of E. Hairer and G. Wanner, <i>Solving Ordinary Differential Equations II</i> (2nd
/// edition, 1996), section IV.8. The Jacobian is kept as long as the iteration converges with it; integrating sensitivities, for which the Jacobian
/// at each time reached is needed anyway, the iteration has that of the last one.
/// </remarks>
internal sealed class NewtonIteration<TSystem>(CoupledSystem<TSystem> coupled, ScaledNorm norm, DifferentialEquationOptions options)
    where TSystem : IDifferentialEquation
{
    /// <summary>The most iterations that are tried.</summary>
    public const int MaxIterations = 4;

    private const double RelativeRounding = 2.220446049250313e-15;

    // A fraction of the tolerance, not so small that rounding prevents it.
    private readonly double tolerance =
        Math.Max(RelativeRounding / options.RelativeTolerance, Math.Min(0.03, Math.Sqrt(options.RelativeTolerance)));

    private readonly double[] factors = new double[coupled.States * coupled.States];
    private readonly int[] pivots = new int[coupled.States];
    private readonly double[] change = new double[coupled.States];

    // The c for which I − c J is factorised; NaN when it is not.
    private double factored;

    /// <summary>Whether the derivative was finite wherever the last iteration needed it.</summary>
    public bool IsFinite { get; private set; }

    /// <summary>Evaluates the Jacobian at the initial time.</summary>
    public void Begin(double time, Vector256<double>[] state)
    {
        coupled.EvaluateJacobians(time, coupled.StatesOf(state));
        factored = double.NaN;
    }

    /// <summary>Corrects the states; the number of iterations, or 0 without convergence.</summary>
    public int CorrectStates(
        double time,
        double c,
        Vector256<double>[] predicted,
        Vector256<double>[] known,
        Vector256<double>[] arrived,
        Vector256<double>[] correction)
    {
        var iterations = Iterate(time, c, predicted, known, arrived, correction);
        if (iterations > 0)
        {
            return iterations;
        }

        coupled.EvaluateJacobians(time, coupled.StatesOf(predicted));
        factored = double.NaN;
        return Iterate(time, c, predicted, known, arrived, correction);
    }

    /// <summary>Solves the linear equations of the sensitivities at the states that were arrived at; false where that is impossible.</summary>
    public bool CorrectSensitivities(
        double time,
        double c,
        Vector256<double>[] predicted,
        Vector256<double>[] known,
        Vector256<double>[] arrived,
        Vector256<double>[] correction)
    {
        coupled.EvaluateJacobians(time, coupled.StatesOf(arrived));
        factored = double.NaN;
        if (!Factor(c))
        {
            return false;
        }

        var (first, blocks) = (coupled.StateBlocks, coupled.Blocks);
        predicted.AsSpan(first, blocks - first).CopyTo(arrived.AsSpan(first));
        coupled.SensitivityDerivative(arrived, correction);
        for (var i = first; i < blocks; i++)
        {
            correction[i] = c * correction[i] - known[i];
        }

        var rows = MemoryMarshal.Cast<Vector256<double>, double>(correction.AsSpan(first, blocks - first));
        Lu.Solve(factors, pivots, coupled.States, rows.Length / coupled.States, rows, rows);
        for (var i = first; i < blocks; i++)
        {
            arrived[i] += correction[i];
        }

        return true;
    }

    /// <summary>Factorises I − c J unless that was the last thing factorised; false where it is singular or not finite.</summary>
    private bool Factor(double c)
    {
        if (factored == c)
        {
            return true;
        }

        var order = coupled.States;
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = -c * coupled.StateJacobian[i];
        }

        for (var i = 0; i < order; i++)
        {
            factors[i * order + i] += 1;
        }

        var regular = Lu.Factor(factors, order, factors, pivots);
        factored = regular ? c : double.NaN;
        return regular;
    }

    private int Iterate(
        double time,
        double c,
        Vector256<double>[] predicted,
        Vector256<double>[] known,
        Vector256<double>[] arrived,
        Vector256<double>[] correction)
    {
        IsFinite = Factor(c);
        if (!IsFinite)
        {
            return 0;
        }

        var stateBlocks = coupled.StateBlocks;
        predicted.AsSpan(0, stateBlocks).CopyTo(arrived);
        Array.Clear(correction, 0, stateBlocks);
        var from = coupled.StatesOf(predicted);
        var state = coupled.StatesOf(arrived);
        var total = coupled.StatesOf(correction);
        var constant = coupled.StatesOf(known);
        var lastSize = double.NaN;
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            coupled.StateDerivative(time, state, change);
            for (var i = 0; i < change.Length; i++)
            {
                change[i] = c * change[i] - constant[i] - total[i];
            }

            Lu.Solve(factors, pivots, change.Length, 1, change, change);
            var size = norm.Of(change, from);
            IsFinite = double.IsFinite(size);

            // Unknown at the first iteration, where neither comparison holds.
            var rate = size / lastSize;
            if (!IsFinite || rate >= 1 || Power(rate, MaxIterations - iteration + 1) / (1 - rate) * size > tolerance)
            {
                return 0;
            }

            for (var i = 0; i < change.Length; i++)
            {
                state[i] += change[i];
                total[i] += change[i];
            }

            if (size == 0 || rate / (1 - rate) * size < tolerance)
            {
                return iteration;
            }

            lastSize = size;
        }

        return 0;
    }

    private static double Power(double x, int exponent)
    {
        var power = x;
        for (var i = 1; i < exponent; i++)
        {
            power *= x;
        }

        return power;
    }
}
