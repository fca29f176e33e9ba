using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>kidscore_momiq</c>: children's test scores by their mothers'. The published prior of beta is flat; over its posterior (standard
/// deviations 6 and 0.06) the log of this one varies by less than 1e-12.
/// </summary>
public partial class KidScore
{
    [Model]
    static partial void Define(Vector motherIq, Vector score)
    {
        var beta = Sample(Normal(0, 1e8), 2);
        var sigma = Sample(HalfCauchy(2.5));
        Observe(score, Normal(beta[0] + beta[1] * motherIq, sigma));
    }
}
