using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Constraints;

/// <summary>Measurements of kinds whose shares are known up to a draw, with a level beside them.</summary>
public partial class Proportions
{
    [Model]
    static partial void Define(int[] kind, Vector y)
    {
        var share = Sample(Dirichlet([4, 2, 3]));
        var level = Sample(Normal(0, 2));
        var direction = Sample(UnitVector(2));
        Observe(kind, Categorical(share));
        Observe(y, Normal(level + share[0] + direction[0], 1));
    }
}
