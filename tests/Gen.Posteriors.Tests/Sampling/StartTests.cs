using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>Where random points within reach of 0 are impossible, chains start at draws of the prior.</summary>
public sealed class StartTests
{
    private static readonly Offset Model = new([10.1, 9.8, 10.3, 9.9]);

    [Fact]
    public void Chains_start_where_the_prior_is() => IsSampled(Model);

    [Fact]
    public void Chains_start_where_the_prior_is_under_an_intervention() => IsSampled(Model.Do(sd: 0.5));

    private static void IsSampled(Offset model)
    {
        var posterior = model.Sample(seed: 1);
        Assert.InRange(posterior.Level.Mean, 990, 1010);
        Assert.True(posterior.Level.Rhat < 1.01, $"R-hat {posterior.Level.Rhat}");
    }
}
