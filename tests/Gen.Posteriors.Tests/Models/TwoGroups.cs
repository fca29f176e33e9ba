using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A mixture of two normals, its density written by hand.</summary>
public partial class TwoGroups
{
    [Model]
    static partial void Define(Vector y)
    {
        var share = Sample(Beta(2, 2));
        var centre = Sample(Normal(0, 2), 2);
        var sigma = Sample(LogNormal(0, 0.5));
        Potential(Log(share * Exp(Normal(centre[0], sigma).LogDensity(y)) + (1 - share) * Exp(Normal(centre[1], 2 * sigma).LogDensity(y))));
    }
}
