using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A level of some thousand that is seen through a root, which has no values near 0.</summary>
public partial class Offset
{
    [Model]
    static partial void Define(Vector y)
    {
        var level = Sample(Normal(1000, 5));
        var sd = Sample(HalfNormal(1));
        Observe(y, Normal(Sqrt(level - 900), sd));
    }
}
