using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>normal_mixture</c>: a mixture of two normals of known width, whose means are in no order.</summary>
public partial class TwoNormals
{
    [Model]
    static partial void Define(Vector y)
    {
        var theta = Sample(Uniform(0, 1));
        var mu = Sample(Normal(0, 10), 2);
        Observe(y, Mixture([theta, 1 - theta], Normal(mu, 1)));
    }
}

/// <summary>posteriordb's <c>low_dim_gauss_mix_collapse</c>: a mixture of two normals of unknown widths, whose means are in no order.</summary>
public partial class CollapsingNormals
{
    [Model]
    static partial void Define(Vector y)
    {
        var mu = Sample(Normal(0, 2), 2);
        var sigma = Sample(HalfNormal(2), 2);
        var theta = Sample(Beta(5, 5));
        Observe(y, Mixture([theta, 1 - theta], Normal(mu, sigma)));
    }
}
