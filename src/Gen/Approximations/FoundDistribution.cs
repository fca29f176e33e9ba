namespace Gen.Approximations;

/// <summary>What a search for an approximation arrived at.</summary>
/// <param name="Distribution">The distribution; null where there is none.</param>
/// <param name="Fault">What could not be had, or why there is none, in a sentence; null where all could.</param>
internal sealed record FoundDistribution(IDistributionOfPositions? Distribution, string? Fault)
{
    /// <summary>The largest standard error of a mean, in its standard deviations; NaN where it is not known.</summary>
    public double Error { get; init; } = double.NaN;

    /// <summary>Whether it is known to leave out a part of the posterior, which no draw of it can tell.</summary>
    public bool IsPartial { get; init; }
}
