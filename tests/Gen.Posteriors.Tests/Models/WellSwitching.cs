using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>wells_dae_inter_model</c>: who changes to a safe well, by distance, arsenic, education and what these do together.</summary>
public partial class WellSwitching
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic, Vector education)
    {
        var d = (distance - Mean(distance)) / 100;
        var a = arsenic - Mean(arsenic);
        var e = (education - Mean(education)) / 4;
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 6);
        Observe(switched, Bernoulli(logitP: alpha
            + beta[0] * d + beta[1] * a + beta[2] * e + beta[3] * (d * a) + beta[4] * (d * e) + beta[5] * (a * e)));
    }
}
