namespace Gen;

/// <summary>How far one chain has come.</summary>
/// <param name="Chain">The chain, from 0.</param>
/// <param name="Chains">The number of chains.</param>
/// <param name="Draw">The number of draws done, tuning draws included.</param>
/// <param name="Tune">The number of tuning draws to do.</param>
/// <param name="TotalDraws">The number of draws to do, tuning draws included.</param>
/// <param name="Divergences">The number of divergences among the kept draws.</param>
/// <param name="StepSize">The step size of the newest draw.</param>
/// <param name="TreeDepth">The tree depth of the newest draw.</param>
/// <param name="DrawsPerSecond">Draws per second since the chain began.</param>
/// <param name="Finished">Whether this is the chain's last report: it is complete, or sampling was stopped.</param>
public readonly record struct SamplingProgress(
    int Chain,
    int Chains,
    int Draw,
    int Tune,
    int TotalDraws,
    int Divergences,
    double StepSize,
    int TreeDepth,
    double DrawsPerSecond,
    bool Finished)
{
    /// <summary>Whether the chain is still tuning.</summary>
    public bool Tuning => Draw < Tune;
}
