namespace Gen.Sampling;

/// <summary>What one transition of the sampler did.</summary>
/// <param name="TreeDepth">The number of completed doublings of the trajectory.</param>
/// <param name="LeapfrogSteps">The number of gradients evaluated.</param>
/// <param name="Acceptance">
/// The mean over all steps of min(1, e^Δ), with Δ the loss of energy since the start; where a step was halved, Δ is that of the step as it was before.
/// </param>
/// <param name="SymmetricAcceptance">The mean over all steps of 2 min(1, e^Δ) / (1 + e^Δ), which penalises gains and losses of energy alike.</param>
/// <param name="Energy">The Hamiltonian at the start of the trajectory.</param>
/// <param name="Index">The place of the draw in the trajectory, in steps from its start (negative: backwards in time).</param>
/// <param name="Diverging">Whether the trajectory ended in a divergence.</param>
/// <param name="Abrupt">Whether it did because the density ended.</param>
/// <param name="Interrupted">Whether cancellation ended the trajectory, in which case the state is not a draw.</param>
internal readonly record struct Transition(
    int TreeDepth,
    int LeapfrogSteps,
    double Acceptance,
    double SymmetricAcceptance,
    double Energy,
    int Index,
    bool Diverging,
    bool Abrupt,
    bool Interrupted);
