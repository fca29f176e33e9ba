using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Sales of a chain's branches, which differ and learn from one another.</summary>
public partial class Branches
{
    [Model]
    static partial void Define(int[] branch, Vector sales, Dim branches)
    {
        var level = Sample(Normal(50, 20));
        var spread = Sample(HalfNormal(10));
        var typical = Sample(Normal(level, spread), branches, Centering.NonCentered);
        var sigma = Sample(HalfNormal(5));
        Observe(sales, Normal(typical[branch], sigma));
    }
}
