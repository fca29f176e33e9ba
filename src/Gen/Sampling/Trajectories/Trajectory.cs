namespace Gen;

/// <summary>How a trajectory of Hamiltonian dynamics goes from one of its points to the next.</summary>
public enum Trajectory
{
    /// <summary>
    /// By a leapfrog step that is halved wherever the energy would not be kept, and that could be retraced: WALNUTS. Where no step is halved it is the No-U-Turn
    /// sampler, at its cost; where a posterior is narrower than its steps they are made to fit, instead of ending in a divergence. It goes from the narrow to the wide of a
    /// funnel as slowly as any sampler whose momenta have one law everywhere: where many coordinates share a scale, centring is far better.
    /// </summary>
    /// <remarks>
    /// Bou-Rabee, Carpenter, Kleppe and Liu (2025), "The within-orbit adaptive leapfrog no-U-turn sampler", arXiv 2506.18746.
    /// </remarks>
    Walnuts,

    /// <summary>By a leapfrog step of one size everywhere: the No-U-Turn sampler, which diverges where that is too long.</summary>
    NoUTurn,
}
