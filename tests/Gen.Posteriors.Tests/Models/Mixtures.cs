using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Waiting times of as many kinds as there are shares, never below a least one and known up to a limit only.</summary>
public partial class Mixtures
{
    [Model]
    static partial void Define(Vector share, Vector centre, Vector y, Vector seen, Vector pair, int[] count, double limit)
    {
        var shift = Sample(Truncated(Normal(0, 1), -0.5, 2));
        var spread = Sample(Truncated(Cauchy(0, 1), lower: 0, upper: limit));
        Observe(y, Mixture(share, Truncated(Normal(centre + shift, spread), lower: 0)));
        Observe(seen, Censored(Normal(shift, spread), -limit, limit));
        Observe(pair, Mixture([0.25, 0.75], Normal(shift, 1), Exponential(2)));
        for (var i = 0; i < count.Length; i++)
        {
            Observe(count[i], Mixture(share, Hurdle(0.5, Poisson(centre + count.Length))));
        }
    }
}
