using System;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>Finds the order of magnitude of a step size: doubles or halves it until one leapfrog step's acceptance crosses the target.</summary>
/// <remarks>
/// Stan's search (stan/mcmc/hmc/base_hmc.hpp, init_stepsize), with nutpie's bounds: at most 100 changes, and no step size beyond [1e-10, 1e5]. A
/// density that is flat in every direction has no such crossing; the search then returns where it began.
/// </remarks>
internal static class StepSizeSearch
{
    private const int MaxChanges = 100;
    private const double Smallest = 1e-10;
    private const double Largest = 1e5;

    /// <summary>The step size near <paramref name="start"/> at which one step from the sampler's position is accepted about as often as <paramref name="target"/>.</summary>
    public static double Find(NoUTurnSampler sampler, double start, double target, RandomStream random)
    {
        var threshold = Math.Log(target);
        var stepSize = start;
        var growing = sampler.TrialStep(stepSize, random) > threshold;
        for (var change = 0; change < MaxChanges && stepSize is > Smallest and < Largest; change++)
        {
            if (sampler.TrialStep(stepSize, random) > threshold != growing)
                return stepSize;
            stepSize *= growing ? 2 : 0.5;
        }

        return growing ? start : Smallest;
    }
}
