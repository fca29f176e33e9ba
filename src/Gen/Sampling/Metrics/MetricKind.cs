namespace Gen;

/// <summary>The shape of the inverse mass matrix.</summary>
public enum MetricKind
{
    /// <summary>A scale for each coordinate.</summary>
    Diagonal,

    /// <summary>A full covariance: for strongly correlated posteriors of up to some hundreds of coordinates. Stan's schedule only.</summary>
    Dense,

    /// <summary>
    /// A scale for each coordinate, and a variance for each of as many directions as draws and their gradients show to be far from it: correlated posteriors of any
    /// size, regressions above all. Where there is no such direction it is the diagonal, at its cost. nutpie's schedule only, whose default it is.
    /// </summary>
    LowRank,
}
