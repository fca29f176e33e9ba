using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>logistic_regression_rhs</c>: cancer by thousands of genes, of which few matter: the regularised horseshoe (Piironen and Vehtari 2017).</summary>
public partial class Prostate
{
    [Model]
    static partial void Define(
        int[] y, Matrix x, double scaleIntercept, double scaleGlobal, double nuGlobal, double nuLocal, double slabScale, double slabFreedom)
    {
        var beta0 = Sample(Normal(0, scaleIntercept));
        var z = Sample(Normal(0, 1), x.Columns);
        var tau = Sample(HalfStudentT(nuGlobal, scaleGlobal * 2));
        var lambda = Sample(HalfStudentT(nuLocal, 1), x.Columns);
        var caux = Sample(InverseGamma(0.5 * slabFreedom, 0.5 * slabFreedom));
        var c2 = Square(slabScale) * caux;
        var beta = Deterministic(z * Sqrt(c2 * Square(lambda) / (c2 + Square(tau) * Square(lambda))) * tau);
        Observe(y, Bernoulli(logitP: beta0 + Dot(x, beta)));
    }
}
