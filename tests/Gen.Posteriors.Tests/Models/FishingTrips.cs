using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Fish caught by visitors of a lake, of whom some did not fish: counts with extra zeros.</summary>
public partial class FishingTrips
{
    [Model]
    static partial void Define(Vector persons, int[] caught)
    {
        var rate = Sample(Gamma(2, 1));
        var fished = Sample(Beta(2, 2));
        Observe(caught, ZeroInflated(fished, Poisson(rate * persons)));
    }
}
