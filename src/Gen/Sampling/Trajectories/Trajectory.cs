namespace Gen;

/// <summary>How a trajectory of Hamiltonian dynamics goes from one of its points to the next.</summary>
public enum Trajectory
{
    /// <summary>By a leapfrog step of one size everywhere: the No-U-Turn sampler.</summary>
    NoUTurn,

    /// <summary>
    /// By a step that is halved wherever the energy would not be kept: for posteriors whose scale changes from place to place and that no centring mends, such as
    /// horseshoes. Where no step is halved it costs what the No-U-Turn sampler does; elsewhere each halving about doubles the gradients of a step, and those of
    /// the check that it can be retraced come on top. It reaches the narrow places of a funnel, yet goes from the narrow to the wide as slowly as any sampler whose
    /// momenta have one law everywhere: where many coordinates share a scale, centring is far better.
    /// </summary>
    /// <remarks>
    /// Bou-Rabee, Carpenter, Kleppe and Liu (2025), "The within-orbit adaptive leapfrog no-U-turn sampler", arXiv 2506.18746.
    /// </remarks>
    Walnuts,
}
