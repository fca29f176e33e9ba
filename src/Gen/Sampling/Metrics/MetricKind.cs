namespace Gen;

/// <summary>The shape of the inverse mass matrix.</summary>
public enum MetricKind
{
    /// <summary>A scale for each coordinate.</summary>
    Diagonal,

    /// <summary>A full covariance: for strongly correlated posteriors of up to some hundreds of coordinates. Stan's schedule only.</summary>
    Dense,

    /// <summary>
    /// A scale for each coordinate, and a variance for each of a few directions, learnt from draws and their gradients: for strongly correlated posteriors of
    /// any size, regressions above all. nutpie's schedule only.
    /// </summary>
    LowRank,
}
