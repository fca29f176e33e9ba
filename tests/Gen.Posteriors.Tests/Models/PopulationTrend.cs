using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>GLM_Poisson_model</c>: counts of peregrines along a cubic trend (Kéry and Schaub 2012, section 3.3).</summary>
public partial class PopulationTrend
{
    [Model]
    static partial void Define(Vector year, int[] count)
    {
        var alpha = Sample(Uniform(-20, 20));
        var beta1 = Sample(Uniform(-10, 10));
        var beta2 = Sample(Uniform(-10, 10));
        var beta3 = Sample(Uniform(-10, 10));
        Observe(count, Poisson(Exp(alpha + beta1 * year + beta2 * Square(year) + beta3 * Pow(year, 3))));
    }
}
