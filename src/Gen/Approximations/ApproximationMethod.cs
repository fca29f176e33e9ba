namespace Gen;

/// <summary>By what a posterior was approximated.</summary>
public enum ApproximationMethod
{
    /// <summary>The mode alone.</summary>
    Mode,

    /// <summary>The normal distribution about the mode that is curved like the log-density there.</summary>
    Laplace,

    /// <summary>Draws of normal distributions along paths to modes, weighted by importance.</summary>
    Pathfinder,

    /// <summary>Variational inference with fixed draws, and a covariance by linear response.</summary>
    Advi,
}
