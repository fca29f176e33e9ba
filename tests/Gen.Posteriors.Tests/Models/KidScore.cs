using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>kidscore_momiq</c>: children's test scores by their mothers'; a flat prior of beta.</summary>
public partial class KidScore
{
    [Model]
    static partial void Define(Vector motherIq, Vector score)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfCauchy(2.5));
        Observe(score, Normal(beta[0] + beta[1] * motherIq, sigma));
    }
}
