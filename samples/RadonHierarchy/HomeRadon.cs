using Gen;
using static Gen.Modeling;

namespace RadonHierarchy;

/// <summary>Radon in houses: counties differ, by the uranium in their soil and otherwise, and learn from one another.</summary>
public partial class HomeRadon
{
    [Model]
    static partial void Define(
        [Dims("house")] int[] county, [Dims("house")] Vector firstFloor, [Dims("house")] Vector radon, [Dims("county")] Vector uranium, Dim counties)
    {
        var level = Sample(Normal(0, 2));
        var soil = Sample(Normal(0, 1));
        var spread = Sample(HalfNormal(1));
        var alpha = Sample(Normal(level + soil * Log(uranium), spread), counties, Centering.NonCentered);
        var floor = Sample(Normal(0, 1));
        var sigma = Sample(HalfNormal(1));

        Observe(radon, LogNormal(alpha[county] + floor * firstFloor, sigma));
    }
}
