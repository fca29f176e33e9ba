using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Counts of photons at a brightness, which may be more than an integer holds.</summary>
public partial class Photons
{
    [Model]
    static partial void Define(int[] count, int detectors, double logRate)
    {
        var drift = Sample(Normal(0, 1e-9));
        Observe(count, Poisson(Exp(logRate + drift)));
        var dark = Generate(Poisson(detectors));
    }
}
