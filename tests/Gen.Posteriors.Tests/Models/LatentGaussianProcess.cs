using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>gp_pois_regr</c>: counts whose log-rate has a Gaussian process for its prior.</summary>
public partial class LatentGaussianProcess
{
    [Model]
    static partial void Define(Vector x, int[] count)
    {
        var rho = Sample(Gamma(25, 4));
        var alpha = Sample(HalfNormal(2));
        var white = Sample(Normal(0, 1), x.Length);
        var f = Deterministic(Dot(Cholesky(ExpQuad(x, alpha, rho) + 1e-10 * Identity(x.Length)), white));
        Observe(count, Poisson(logMu: f));
    }
}
