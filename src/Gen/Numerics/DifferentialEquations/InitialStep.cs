using System;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>The length of the first step.</summary>
/// <remarks>
/// E. Hairer, S. P. Nørsett and G. Wanner, <i>Solving Ordinary Differential Equations I</i> (2nd edition, 1993), section II.4: a step over which an
/// explicit Euler step changes the solution by a hundredth, made smaller by an estimate of the second derivative.
/// </remarks>
internal static class InitialStep
{
    /// <summary>A first step from <paramref name="time"/> for a method of the given order, not beyond <paramref name="end"/>.</summary>
    /// <param name="system">The system, begun.</param>
    /// <param name="norm">The norm of errors.</param>
    /// <param name="order">The power of the step to which the local error is proportional.</param>
    /// <param name="time">The initial time.</param>
    /// <param name="end">The last output time.</param>
    /// <param name="state">The coupled state at the initial time.</param>
    /// <param name="derivative">Its derivative.</param>
    /// <param name="shifted">Room for a coupled state.</param>
    /// <param name="shiftedDerivative">Room for its derivative.</param>
    public static double Of<TSystem>(
        CoupledSystem<TSystem> system,
        ScaledNorm norm,
        int order,
        double time,
        double end,
        Vector256<double>[] state,
        Vector256<double>[] derivative,
        Vector256<double>[] shifted,
        Vector256<double>[] shiftedDerivative)
        where TSystem : IDifferentialEquation
    {
        var blocks = system.Blocks;
        var size = norm.Of(state.AsSpan(0, blocks), state);
        var slope = norm.Of(derivative.AsSpan(0, blocks), state);
        var euler = Math.Min(size < 1e-5 || slope < 1e-5 ? 1e-6 : 0.01 * size / slope, end - time);
        for (var i = 0; i < blocks; i++)
        {
            shifted[i] = state[i] + euler * derivative[i];
        }

        system.Derivative(time + euler, shifted, shiftedDerivative);
        for (var i = 0; i < blocks; i++)
        {
            shifted[i] = shiftedDerivative[i] - derivative[i];
        }

        var curvature = norm.Of(shifted.AsSpan(0, blocks), state) / euler;
        var steepest = Math.Max(slope, curvature);
        var step =
            !double.IsFinite(steepest) ? euler
            : steepest <= 1e-15 ? Math.Max(1e-6, euler * 1e-3)
            : Math.Pow(0.01 / steepest, 1.0 / order);
        return Math.Min(Math.Max(Math.Min(100 * euler, step), 1e-14 * Math.Abs(time)), end - time);
    }
}
