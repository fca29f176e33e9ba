using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>logearn_interaction</c>: the log of earnings, computed in the body, by height and sex; flat priors.</summary>
public partial class LogEarnings
{
    [Model]
    static partial void Define(Vector earnings, Vector height, Vector male)
    {
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfFlat());
        var logEarnings = Log(earnings);
        Observe(logEarnings, Normal(beta[0] + beta[1] * height + beta[2] * male + beta[3] * (height * male), sigma));
    }
}
