using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A regression whose intercepts differ between groups, centred as written.</summary>
public partial class GroupedRegression
{
    [Model]
    static partial void Define(int[] group, Vector x, Vector y, Dim groups)
    {
        var mu = Sample(Normal(0, 10));
        var tau = Sample(HalfNormal(1));
        var alpha = Sample(Normal(mu, tau), groups);
        var beta = Sample(Normal(0, 10));
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(alpha[group] + beta * x, sigma));
    }
}
