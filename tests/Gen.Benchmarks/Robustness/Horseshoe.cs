using Gen;
using static Gen.Modeling;

namespace Gen.Benchmarks.Robustness;

/// <summary>A regression of which most coefficients are nothing: the regularised horseshoe (Piironen and Vehtari 2017).</summary>
public partial class Horseshoe
{
    [Model]
    static partial void Define(Vector y, Matrix x, Dim coefficients, double shrinkage)
    {
        var sigma = Sample(HalfNormal(2));
        var tau = Sample(HalfCauchy(shrinkage));
        var slab = Sample(InverseGamma(2, 8));
        var lambda = Sample(HalfCauchy(1), coefficients);
        var z = Sample(Normal(0, 1), coefficients);
        var beta = tau * Sqrt(slab) * z * lambda / Sqrt(slab + tau * tau * lambda * lambda);
        Observe(y, Normal(Dot(x, beta), sigma));
    }
}
