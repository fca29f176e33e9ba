using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Coaching in eight schools, as posteriordb's <c>eight_schools_noncentered</c> has it (Gelman et al., Bayesian Data Analysis, section 5.5).</summary>
public partial class EightSchoolsNoncentered
{
    [Model]
    static partial void Define(Vector sigma, Vector y)
    {
        var thetaTrans = Sample(Normal(0, 1), sigma.Length);
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var theta = Deterministic(mu + tau * thetaTrans);
        Observe(y, Normal(theta, sigma));
    }
}
