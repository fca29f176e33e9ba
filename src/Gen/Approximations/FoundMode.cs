namespace Gen.Approximations;

/// <summary>Where a search for a mode ended.</summary>
/// <param name="Point">The position.</param>
/// <param name="LogDensity">The log-density there.</param>
/// <param name="Curvature">The normal distribution of the same curvature; null where the log-density is not curved downwards in all directions.</param>
/// <param name="Fault">Why it is no mode; null where it is one.</param>
internal sealed record FoundMode(double[] Point, double LogDensity, NormalApproximation? Curvature, string? Fault)
{
    /// <summary>The number of starts.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>The number of those that led to lower modes.</summary>
    public int LowerModes { get; init; }

    /// <summary>The number of these that are not much lower.</summary>
    public int RivalModes { get; init; }
}
