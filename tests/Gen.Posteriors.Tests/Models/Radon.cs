using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>radon_hierarchical_intercept_noncentered</c>: houses in counties, whose intercepts share a distribution.</summary>
public partial class Radon
{
    [Model]
    static partial void Define(
        [Dims("house")] int[] county, [Dims("house")] Vector uranium, [Dims("house")] Vector floor, [Dims("house")] Vector logRadon, Dim counties)
    {
        var alphaRaw = Sample(Normal(0, 1), counties);
        var beta = Sample(Normal(0, 10), 2);
        var muAlpha = Sample(Normal(0, 10));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var alpha = Deterministic(muAlpha + sigmaAlpha * alphaRaw);
        Observe(logRadon, Normal(alpha[county] + beta[0] * uranium + beta[1] * floor, sigma));
    }
}
