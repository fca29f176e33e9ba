using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>radon_partially_pooled_centered</c>: counties' levels of radon, which share a distribution.</summary>
public partial class RadonPooled
{
    [Model]
    static partial void Define(int[] county, Vector logRadon, Dim counties)
    {
        var muAlpha = Sample(Normal(0, 10));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var alpha = Sample(Normal(muAlpha, sigmaAlpha), counties);
        Observe(logRadon, Normal(alpha[county], sigma));
    }
}
