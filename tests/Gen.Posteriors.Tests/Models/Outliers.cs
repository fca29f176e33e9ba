using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A centre of numbers many of which may be far from it: the density has a mode at each cluster.</summary>
public partial class Outliers
{
    [Model]
    static partial void Define(Vector y)
    {
        var centre = Sample(Normal(0, 10));
        Observe(y, Cauchy(centre, 0.1));
    }
}
