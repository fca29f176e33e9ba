using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A level that nothing but data holds, and their spread.</summary>
public partial class Level
{
    [Model]
    static partial void Define(Vector y)
    {
        var at = Sample(Flat());
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(at, sigma));
    }
}
