namespace Gen;

/// <summary>What the sampler recorded for every kept draw. Each array is chain-major: chain c's draw t is at c · DrawsPerChain + t.</summary>
public sealed partial class SampleStatistics
{
    /// <summary>Allocates the statistics of <paramref name="chains"/> × <paramref name="drawsPerChain"/> draws.</summary>
    public SampleStatistics(int chains, int drawsPerChain, int maxTreeDepth)
    {
        Chains = chains;
        DrawsPerChain = drawsPerChain;
        MaxTreeDepth = maxTreeDepth;
        var size = chains * drawsPerChain;
        LogDensity = new double[size];
        Energy = new double[size];
        Acceptance = new double[size];
        StepSize = new double[size];
        TreeDepth = new int[size];
        LeapfrogSteps = new int[size];
        Diverging = new bool[size];
    }

    /// <summary>The number of chains.</summary>
    public int Chains { get; }

    /// <summary>The number of kept draws of each chain.</summary>
    public int DrawsPerChain { get; }

    /// <summary>The depth at which trajectories were cut.</summary>
    public int MaxTreeDepth { get; }

    /// <summary>The log-density of the draw, on the unconstrained scale.</summary>
    public double[] LogDensity { get; }

    /// <summary>The Hamiltonian at the start of the draw's trajectory (negative log-density plus kinetic energy).</summary>
    public double[] Energy { get; }

    /// <summary>The mean acceptance probability over the trajectory, of steps as they were before any halving (<see cref="Trajectory.Walnuts"/>).</summary>
    public double[] Acceptance { get; }

    /// <summary>The step size of the leapfrog integrator, before any halving.</summary>
    public double[] StepSize { get; }

    /// <summary>The number of doublings of the trajectory.</summary>
    public int[] TreeDepth { get; }

    /// <summary>The number of leapfrog steps for the trajectory, which is the number of gradients evaluated.</summary>
    public int[] LeapfrogSteps { get; }

    /// <summary>Whether the trajectory diverged: its energy could not be kept.</summary>
    public bool[] Diverging { get; }

    /// <summary>
    /// How each chain was centred by tuning (<see cref="Gen.Centering.Auto"/>), chain-major: λ of chain c's unconstrained coordinate i is at c · d + i, from 0, not centred,
    /// to 1, centred, as coordinates are that have no centre to choose. Empty where none has.
    /// </summary>
    public double[] Centering { get; internal set; } = [];

    /// <summary>What shape of posterior the draws show; null where they come from no sampler.</summary>
    public SamplingVerdict? Verdict { get; internal set; }

    /// <summary>Why the state of the run is not in its <see cref="SamplingOptions.Checkpoint"/>; null where it is, and without one.</summary>
    public string? CheckpointFailure { get; internal set; }

    /// <summary>What a summary says of draws of an approximation; null where there is nothing to say, and where they were sampled.</summary>
    internal string? Approximation { get; init; }

    /// <summary>How they were sampled; null where they come from no sampler.</summary>
    internal SamplingOptions? Options { get; set; }
}
