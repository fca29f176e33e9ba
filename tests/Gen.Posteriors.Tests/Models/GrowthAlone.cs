using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary><see cref="Growth"/> without anything that is generated.</summary>
public partial class GrowthAlone
{
    [Model]
    static partial void Define(Vector x, Vector y)
    {
        var slope = Sample(Normal(0, 2));
        var level = Sample(Normal(0, 2));
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(level + slope * x, sigma));
    }
}
