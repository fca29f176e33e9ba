using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A model in which nothing is latent.</summary>
public partial class Computed
{
    [Model]
    static partial void Define(Vector y)
    {
        var mean = Deterministic(Mean(y));
        Observe(y, Normal(0, 1));
    }
}
