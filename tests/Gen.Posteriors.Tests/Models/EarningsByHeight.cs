using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>earn_height</c>: earnings by height, with flat priors.</summary>
public partial class EarningsByHeight
{
    [Model]
    static partial void Define(Vector height, Vector earnings)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfFlat());
        Observe(earnings, Normal(beta[0] + beta[1] * height, sigma));
    }
}
