using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>sesame_one_pred_a</c>: whether a child watched Sesame Street, by whether it was encouraged to; flat priors.</summary>
public partial class SesameStreet
{
    [Model]
    static partial void Define(Vector encouraged, Vector watched)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfFlat());
        Observe(watched, Normal(beta[0] + beta[1] * encouraged, sigma));
    }
}
