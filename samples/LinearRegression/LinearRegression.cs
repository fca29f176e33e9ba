using Gen;
using static Gen.Modeling;

namespace Influence;

/// <summary>A linear relation whose rows were measured with different, known errors; sigma says how much larger all of them really are.</summary>
public partial class LinearRegression
{
    [Model]
    static partial void Define(
        [Dims("row", "feature")] Matrix x, [Dims("row")] Vector y, [Dims("row")] Vector yErr, Dim feature)
    {
        var alpha = Sample(Normal(0, 10));
        var beta = Sample(Normal(0, 10), feature);
        var sigma = Sample(HalfNormal(1));

        Observe(y, Normal(alpha + Dot(x, beta), sigma * yErr));
    }
}
