using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// The numerical differentiation formulae: Σⱼ₌₁ᵏ ∇ʲy / j = h y′ + κₖ γₖ (y − prediction), with γₖ = Σⱼ₌₁ᵏ 1/j, at the new time.
/// </summary>
/// <remarks>
/// L. F. Shampine and M. W. Reichelt, <i>The MATLAB ODE Suite</i>, SIAM J. Sci. Comput. 18 (1997) 1–22, section 2.1 and table 1: with κ = 0 these are
/// the backward differentiation formulae; the κ chosen make the error smaller at little cost in stability.
/// </remarks>
internal static class BackwardDifferentiationFormula
{
    private static readonly double[] Kappa = [0, -0.1850, -1 / 9.0, -0.0823, -0.0415, 0];
    private static readonly double[] Gamma = [0, 1, 3 / 2.0, 11 / 6.0, 25 / 12.0, 137 / 60.0];

    /// <summary>(1 − κₖ) γₖ, the coefficient of y − prediction when the formula is solved for it.</summary>
    public static double Leading(int order) => (1 - Kappa[order]) * Gamma[order];

    /// <summary>What y − prediction is to be multiplied with for the local error.</summary>
    public static double ErrorConstant(int order) => Kappa[order] * Gamma[order] + 1.0 / (order + 1);

    /// <summary>What is known of the formula before the step, Σⱼ γⱼ ∇ʲy of the history, divided by the leading coefficient.</summary>
    public static void Known(BackwardDifferences history, int order, int blocks, Vector256<double>[] known)
    {
        var reciprocal = 1 / Leading(order);
        for (var i = 0; i < blocks; i++)
        {
            var sum = Vector256<double>.Zero;
            for (var j = 1; j <= order; j++)
            {
                sum += Gamma[j] * history[j][i];
            }

            known[i] = reciprocal * sum;
        }
    }
}
