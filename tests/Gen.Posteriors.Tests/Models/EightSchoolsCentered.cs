using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>eight_schools_centered</c>: the funnel as it is.</summary>
public partial class EightSchoolsCentered
{
    [Model]
    static partial void Define(Vector sigma, Vector y)
    {
        var tau = Sample(HalfCauchy(5));
        var mu = Sample(Normal(0, 5));
        var theta = Sample(Normal(mu, tau), sigma.Length);
        Observe(y, Normal(theta, sigma));
    }
}
