using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Times of deliveries in whole days, in rounds of them, and whether the first was late: types that hold less than the distributions give.</summary>
public partial class Deliveries
{
    [Model]
    static partial void Define(Vector speed, int[] days, int[,] rounds, bool late)
    {
        var rate = Sample(Gamma(2, 2));
        Observe(days, Exponential(rate * speed));
        Observe(rounds, Exponential(rate * speed));
        Observe(late, Normal(rate, 1));
    }
}
