using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Waiting times, positive, at counters whose means differ; counters are chosen by index.</summary>
public partial class WaitingTimes
{
    [Model]
    static partial void Define([Dims("visit")] int[] counter, [Dims("visit")] Vector minutes, [Dims("visit")] Vector share, Dim counters)
    {
        var mean = Sample(Gamma(mu: 5, sigma: 3), counters);
        var mode = Sample(Beta(2, 2));
        Observe(minutes, Gamma(mu: mean[counter], sigma: 2));
        Observe(share, Beta(mu: mode, nu: 10));
    }
}
