using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>The mean of a normal of known standard deviation, whose posterior is normal.</summary>
public partial class NormalMean
{
    [Model]
    static partial void Define(Vector y, double sigma, double priorSd)
    {
        var mu = Sample(Normal(0, priorSd));
        var scale = Deterministic(Exp(mu));
        Observe(y, Normal(mu, sigma));
    }
}
