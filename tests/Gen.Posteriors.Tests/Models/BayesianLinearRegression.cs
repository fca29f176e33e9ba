using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>blr</c>: a linear regression with proper priors and no intercept.</summary>
public partial class BayesianLinearRegression
{
    [Model]
    static partial void Define([Dims("row", "feature")] Matrix x, [Dims("row")] Vector y)
    {
        var beta = Sample(Normal(0, 10), x.Columns);
        var sigma = Sample(HalfNormal(10));
        Observe(y, Normal(Dot(x, beta), sigma));
    }
}
