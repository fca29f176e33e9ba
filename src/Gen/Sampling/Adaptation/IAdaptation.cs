using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>How a chain learns its step size and metric while tuning.</summary>
internal interface IAdaptation : ICheckpointed
{
    /// <summary>The metric that is adapted, which the chain's integrator uses.</summary>
    IMetric Metric { get; }

    /// <summary>The step size without jitter: once tuning is over, that of all draws.</summary>
    double StepSize { get; }

    /// <summary>Chooses the metric and the step size of the first draw, at the sampler's initial position.</summary>
    void Begin(NoUTurnSampler sampler, RandomStream random);

    /// <summary>Learns from draw number <paramref name="draw"/> (from 0, tuning and kept draws alike) and sets the sampler's next step size.</summary>
    void AfterDraw(int draw, in Transition transition, NoUTurnSampler sampler, RandomStream random);
}
