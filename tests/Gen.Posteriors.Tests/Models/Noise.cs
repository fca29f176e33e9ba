using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Noise about nothing that is unknown.</summary>
public partial class Noise
{
    [Model]
    static partial void Define(Vector y, Matrix x)
    {
        var slope = Sample(Normal(0, 1), x.Columns);
        Observe(y, Normal(Dot(x, slope), 1));
    }
}
