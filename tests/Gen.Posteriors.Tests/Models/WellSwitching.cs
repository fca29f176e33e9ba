using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>wells_dae_inter_model</c>: a logistic regression of who changed wells. The published priors are flat; these are so wide that
/// their logs vary by less than 1e-12 over the posterior.
/// </summary>
public partial class WellSwitching
{
    [Model]
    static partial void Define([Dims("household", "feature")] Matrix x, [Dims("household")] int[] switched)
    {
        var alpha = Sample(Normal(0, 1e8));
        var beta = Sample(Normal(0, 1e8), x.Columns);
        Observe(switched, Bernoulli(logitP: alpha + Dot(x, beta)));
    }
}
