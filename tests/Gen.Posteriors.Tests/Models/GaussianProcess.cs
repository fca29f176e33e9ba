using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>gp_regr</c>: a function with a Gaussian process for its prior, observed with noise. As published, sigma is a variance.</summary>
public partial class GaussianProcess
{
    [Model]
    static partial void Define(Vector x, Vector y)
    {
        var rho = Sample(Gamma(25, 4));
        var alpha = Sample(HalfNormal(2));
        var sigma = Sample(HalfNormal(1));
        Observe(y, MvNormal(0, cov: ExpQuad(x, alpha, rho) + sigma * Identity(x.Length)));
    }
}
