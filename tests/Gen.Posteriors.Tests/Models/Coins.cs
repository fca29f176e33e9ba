using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Tosses of several coins of one kind, whose posterior is a beta distribution.</summary>
public partial class Coins
{
    [Model]
    static partial void Define([Dims("coin")] int[] tosses, [Dims("coin")] int[] heads)
    {
        var p = Sample(Beta(2, 3));
        var odds = Deterministic(p / (1 - p));
        Observe(heads, Binomial(tosses, p));
    }
}
