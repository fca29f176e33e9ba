using Xunit;

namespace Gen.Posteriors.Tests.References;

/// <summary>A test of several cases against posteriordb, which says that it was left out where posteriordb is not there.</summary>
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    /// <summary>A test that needs the reference posteriors.</summary>
    public ReferenceTheoryAttribute() => Skip = PosteriorDatabase.Folder is null ? "no folder above has shared/posteriordb" : null;
}

/// <summary>A test of several cases against Stan's log-densities, which says that it was left out where those are not there.</summary>
public sealed class StanTheoryAttribute : TheoryAttribute
{
    /// <summary>A test that needs posteriordb's data and Stan's values.</summary>
    public StanTheoryAttribute() => Skip =
        PosteriorDatabase.Folder is null ? "no folder above has shared/posteriordb"
        : PosteriorDatabase.StanBaseline is null ? "no folder above has shared/peers/stan" : null;
}
