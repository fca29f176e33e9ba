using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A level that drifts at random, seen through noise with heavy tails.</summary>
public partial class LocalLevel
{
    [Model]
    static partial void Define(Vector y)
    {
        var drift = Sample(Normal(0, 1));
        var scale = Sample(HalfNormal(1));
        var nu = Sample(Gamma(2, 0.1));
        var level = new Vector(y.Length);
        level[0] = Sample(Normal(0, 10));
        for (var t = 1; t < y.Length; t++)
        {
            level[t] = Sample(Normal(level[t - 1] + drift, scale));
        }

        Observe(y, StudentT(nu, level, 0.5));
    }
}
