using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>radon_pooled</c>: the level of radon by floor, the same in every county.</summary>
public partial class RadonByFloor
{
    [Model]
    static partial void Define(Vector floor, Vector logRadon)
    {
        var alpha = Sample(Normal(0, 10));
        var beta = Sample(Normal(0, 10));
        var sigma = Sample(HalfNormal(1));
        Observe(logRadon, Normal(alpha + beta * floor, sigma));
    }
}

/// <summary>posteriordb's <c>radon_county_intercept</c>: an intercept for each county that knows nothing of the others.</summary>
public partial class RadonByCounty
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var alpha = Sample(Normal(0, 10), counties);
        var beta = Sample(Normal(0, 10));
        var sigma = Sample(HalfNormal(1));
        Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
    }
}

/// <summary>posteriordb's <c>radon_county</c>: counties' levels, which share a distribution; uniform priors of the scales.</summary>
public partial class RadonByCountyAlone
{
    [Model]
    static partial void Define(int[] county, Vector y, Dim counties)
    {
        var muA = Sample(Normal(0, 1));
        var sigmaA = Sample(Uniform(0, 100));
        var sigmaY = Sample(Uniform(0, 100));
        var a = Sample(Normal(muA, sigmaA), counties);
        Observe(y, Normal(a[county], sigmaY));
    }
}

/// <summary>posteriordb's <c>radon_partially_pooled_noncentered</c>: the same without floors, with other priors, not centred.</summary>
public partial class RadonPooledNoncentered
{
    [Model]
    static partial void Define(int[] county, Vector logRadon, Dim counties)
    {
        var alphaRaw = Sample(Normal(0, 1), counties);
        var muAlpha = Sample(Normal(0, 10));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var alpha = Deterministic(muAlpha + sigmaAlpha * alphaRaw);
        Observe(logRadon, Normal(alpha[county], sigma));
    }
}

/// <summary>posteriordb's <c>radon_hierarchical_intercept_centered</c>: intercepts that share a distribution, by uranium and floor.</summary>
public partial class RadonCentered
{
    [Model]
    static partial void Define(int[] county, Vector uranium, Vector floor, Vector logRadon, Dim counties)
    {
        var beta = Sample(Normal(0, 10), 2);
        var muAlpha = Sample(Normal(0, 10));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var alpha = Sample(Normal(muAlpha, sigmaAlpha), counties);
        Observe(logRadon, Normal(alpha[county] + beta[0] * uranium + beta[1] * floor, sigma));
    }
}

/// <summary>posteriordb's <c>radon_variable_intercept_centered</c>: intercepts that share a distribution, by floor.</summary>
public partial class RadonIntercepts
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var beta = Sample(Normal(0, 10));
        var muAlpha = Sample(Normal(0, 10));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var alpha = Sample(Normal(muAlpha, sigmaAlpha), counties);
        Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
    }
}

/// <summary>posteriordb's <c>radon_variable_intercept_noncentered</c>: the same, not centred.</summary>
public partial class RadonInterceptsNoncentered
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var alphaRaw = Sample(Normal(0, 1), counties);
        var beta = Sample(Normal(0, 10));
        var muAlpha = Sample(Normal(0, 10));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var alpha = Deterministic(muAlpha + sigmaAlpha * alphaRaw);
        Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
    }
}

/// <summary>posteriordb's <c>radon_variable_slope_centered</c>: the floor's effect differs between counties.</summary>
public partial class RadonFloors
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var alpha = Sample(Normal(0, 10));
        var muBeta = Sample(Normal(0, 10));
        var sigmaBeta = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var beta = Sample(Normal(muBeta, sigmaBeta), counties);
        Observe(logRadon, Normal(alpha + floor * beta[county], sigma));
    }
}

/// <summary>posteriordb's <c>radon_variable_slope_noncentered</c>: the same, not centred.</summary>
public partial class RadonFloorsNoncentered
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var alpha = Sample(Normal(0, 10));
        var betaRaw = Sample(Normal(0, 1), counties);
        var muBeta = Sample(Normal(0, 10));
        var sigmaBeta = Sample(HalfNormal(1));
        var sigma = Sample(HalfNormal(1));
        var beta = Deterministic(muBeta + sigmaBeta * betaRaw);
        Observe(logRadon, Normal(alpha + floor * beta[county], sigma));
    }
}

/// <summary>posteriordb's <c>radon_variable_intercept_slope_centered</c>: intercept and slope differ between counties.</summary>
public partial class RadonSlopesCentered
{
    [Model]
    static partial void Define(int[] county, Vector floor, Vector logRadon, Dim counties)
    {
        var sigma = Sample(HalfNormal(1));
        var sigmaAlpha = Sample(HalfNormal(1));
        var sigmaBeta = Sample(HalfNormal(1));
        var muAlpha = Sample(Normal(0, 10));
        var muBeta = Sample(Normal(0, 10));
        var alpha = Sample(Normal(muAlpha, sigmaAlpha), counties);
        var beta = Sample(Normal(muBeta, sigmaBeta), counties);
        Observe(logRadon, Normal(alpha[county] + floor * beta[county], sigma));
    }
}
