using System;
using System.Linq;
using Gen.Posteriors.Tests.References;
using Xunit;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>
/// The mean and the standard deviation of every parameter of every published posterior that has a reference are within four Monte Carlo standard errors of the reference's.
/// Of parameters of infinite variance it is quantiles instead. The short form takes few draws; with <c>GEN_POSTERIORS=full</c> the same test takes many and writes <c>POSTERIORS.md</c>.
/// </summary>
public class PublishedPosteriorTests(PosteriorTable table) : IClassFixture<PosteriorTable>
{
    private const double Limit = 4;

    // Of a chain that is elsewhere than the others the standard errors are so wide that anything is within them.
    private const double MostRhat = 1.05;

    public static TheoryData<string> Posteriors() => [.. PublishedPosteriors.All.Where(posterior => posterior.IsCompared).Select(posterior => posterior.Name)];

    [ReferenceTheory]
    [MemberData(nameof(Posteriors))]
    public void Moments_are_the_references(string name)
    {
        var posterior = PublishedPosteriors.Named(name);
        var run = PosteriorRun.Of(posterior, PosteriorTable.IsAskedFor ? posterior.Sampling : posterior.ShortSampling);
        table.Add(run);
        var apart = run.Comparisons.Where(comparison => !(Math.Abs(comparison.Z) <= Limit)).ToArray();
        Assert.True(apart.Length == 0, string.Join(Environment.NewLine, apart.Select(comparison => comparison.ToString())));
        Assert.InRange(run.Rhat, 0.99, MostRhat);
    }

    public static TheoryData<string> All() => [.. PublishedPosteriors.All.Select(posterior => posterior.Name)];

    [ReferenceTheory]
    [MemberData(nameof(All))]
    public void Those_that_have_a_reference_are_compared(string name) =>
        Assert.Equal(PosteriorDatabase.HasReference(name), PublishedPosteriors.Named(name).IsCompared);
}
