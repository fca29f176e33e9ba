using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A linear regression with labelled features.</summary>
public partial class LinearRegression
{
    [Model]
    static partial void Define([Dims("row", "feature")] Matrix x, [Dims("row")] Vector y, Dim feature)
    {
        var alpha = Sample(Normal(0, 10));
        var beta = Sample(Normal(0, 10), feature);
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(alpha + Dot(x, beta), sigma));
    }
}
