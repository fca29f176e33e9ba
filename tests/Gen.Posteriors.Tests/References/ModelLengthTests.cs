using Xunit;

namespace Gen.Posteriors.Tests.References;

/// <summary>A published model takes no more lines here than as a Stan program.</summary>
public class ModelLengthTests
{
    public static TheoryData<string> Posteriors() => [.. System.Linq.Enumerable.Select(PublishedPosteriors.All, posterior => posterior.Name)];

    [Theory]
    [MemberData(nameof(Posteriors))]
    public void A_model_is_no_longer_than_Stans(string name)
    {
        var posterior = PublishedPosteriors.Named(name);
        Assert.InRange(SourceFiles.LinesOfCode(posterior.Model), 1, posterior.StanLines);
    }
}
