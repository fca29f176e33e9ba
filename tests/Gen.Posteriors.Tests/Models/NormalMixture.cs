using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>low_dim_gauss_mix</c>: a mixture of two normals, whose means are in order.</summary>
public partial class NormalMixture
{
    [Model]
    static partial void Define(Vector y)
    {
        var mu = Sample(Ordered(Normal(0, 2), 2));
        var sigma = Sample(HalfNormal(2), 2);
        var theta = Sample(Beta(5, 5));
        Observe(y, Mixture([theta, 1 - theta], Normal(mu, sigma)));
    }
}
