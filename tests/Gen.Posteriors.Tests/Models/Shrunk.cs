using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A mean that is pulled towards 0 by the spread of the data, of which one element has none.</summary>
public partial class Shrunk
{
    [Model]
    static partial void Define(Vector y)
    {
        var mu = Sample(Normal(0, 1));
        Observe(y, Normal(mu, 1));
        Potential(-Square(mu) * Sd(y));
    }
}
