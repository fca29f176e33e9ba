using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>radon_variable_intercept_slope_noncentered</c>: intercept and slope differ between counties.</summary>
public partial class RadonSlopes
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var sigma = Sample(HalfNormal(1));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigmaBeta = Sample(HalfNormal(1));
        var alphaRaw = Sample(Normal(0, 1), counties);
        var betaRaw = Sample(Normal(0, 1), counties);
        var muAlpha = Sample(Normal(0, 10));
        var muBeta = Sample(Normal(0, 10));
        var alpha = Deterministic(muAlpha + sigmaAlpha * alphaRaw);
        var beta = Deterministic(muBeta + sigmaBeta * betaRaw);
        Observe(logRadon, Normal(alpha[county] + floor * beta[county], sigma));
    }
}
