using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A mean that is pulled towards 0 by the root of the data's mean, which has none where it is negative.</summary>
public partial class Shrunk
{
    [Model]
    static partial void Define(Vector y)
    {
        var mu = Sample(Normal(0, 1));
        Observe(y, Normal(mu, 1));
        Potential(-Square(mu) * Sqrt(Mean(y)));
    }
}
