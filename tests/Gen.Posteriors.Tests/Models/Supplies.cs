using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Values within one of a centre: where they all are, the density is the same whatever they are.</summary>
public partial class Supplies
{
    [Model]
    static partial void Define(Vector y)
    {
        var centre = Sample(Normal(0.5, 5));
        Observe(y, Uniform(centre - 1, centre + 1));
    }
}
