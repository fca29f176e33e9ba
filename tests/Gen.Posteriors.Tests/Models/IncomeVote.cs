using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>nes_logit_model</c>: who votes for the Republican, by income; flat priors (Gelman and Hill 2007, section 5.1).</summary>
public partial class IncomeVote
{
    [Model]
    static partial void Define(Vector income, int[] vote)
    {
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 1);
        Observe(vote, Bernoulli(logitP: alpha + beta[0] * income));
    }
}
