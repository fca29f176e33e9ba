using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>kidscore_interaction</c>: children's test scores by their mothers' and by whether these finished high school.</summary>
public partial class KidScoreInteraction
{
    [Model]
    static partial void Define(Vector motherIq, Vector highSchool, Vector score)
    {
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfCauchy(2.5));
        Observe(score, Normal(beta[0] + beta[1] * highSchool + beta[2] * motherIq + beta[3] * (highSchool * motherIq), sigma));
    }
}
