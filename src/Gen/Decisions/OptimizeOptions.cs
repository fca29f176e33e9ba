namespace Gen;

/// <summary>How the best decision is searched for.</summary>
public sealed record OptimizeOptions
{
    /// <summary>
    /// The number of starting points: the one given, and others spread over the bounds, or around the start where an end is open. More than
    /// one guards against local optima.
    /// </summary>
    public int Starts { get; init; } = 1;

    /// <summary>The seed of the other starting points.</summary>
    public long Seed { get; init; }

    /// <summary>The greatest number of steps from one start.</summary>
    public int MaxIterations { get; init; } = 2_000;

    /// <summary>Converged when the projected gradient has fallen to this share of the scale of the problem.</summary>
    /// <remarks>It is tighter than SciPy's because expectations are exact sums over the draws: a few more steps buy many digits.</remarks>
    public double GradientTolerance { get; init; } = 1e-8;

    /// <summary>Converged when a step improves the expected utility by no more than this share.</summary>
    public double ValueTolerance { get; init; } = 1e-14;
}
