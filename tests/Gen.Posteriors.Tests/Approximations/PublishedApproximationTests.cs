using System;
using System.Linq;
using Gen.Posteriors.Tests.References;
using Xunit;

namespace Gen.Posteriors.Tests.Approximations;

/// <summary>
/// Where variational inference calls itself reliable, its draws have means within 0.1 standard deviations of the published reference's and standard deviations within a tenth; where it
/// does not, it says so. Monte Carlo errors of 4,000 draws are a sixth of that, or less.
/// </summary>
public sealed class PublishedApproximationTests
{
    private const int Draws = 4000;

    public static TheoryData<string> Posteriors() => [.. PublishedPosteriors.All.Where(posterior => posterior.IsCompared).Select(posterior => posterior.Name)];

    [ReferenceTheory]
    [MemberData(nameof(Posteriors))]
    public void What_calls_itself_reliable_is(string name)
    {
        var posterior = PublishedPosteriors.Named(name);
        var approximation = posterior.Load().Approximate(null);
        if (!approximation.IsReliable)
        {
            Assert.Contains("Use Sample.", approximation.Verdict, StringComparison.Ordinal);
            return;
        }

        var (draws, _) = approximation.Draw(Draws, seed: 1);
        foreach (var (key, expected) in PosteriorDatabase.Reference(name).Where(entry => !posterior.WithoutVariance.Contains(entry.Key)))
        {
            var ours = posterior.Element(draws, key);
            Assert.True(Math.Abs(ours.Mean - expected.Mean) <= 0.1 * expected.Sd, FormattableString.Invariant($"the mean of {key} is {ours.Mean}, the reference's {expected.Mean} with a standard deviation of {expected.Sd}"));
            Assert.True(ours.Sd / expected.Sd is >= 0.9 and <= 1.1, FormattableString.Invariant($"the standard deviation of {key} is {ours.Sd}, the reference's {expected.Sd}"));
        }
    }
}
