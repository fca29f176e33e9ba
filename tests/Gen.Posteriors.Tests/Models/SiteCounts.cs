using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>GLMM1_model</c>: counts of birds at sites that differ, those of missing visits among them (Kéry and Schaub 2012, section 4.3).</summary>
public partial class SiteCounts
{
    [Model]
    static partial void Define(int[] count, int[] site, int[] missingSite, Dim sites)
    {
        var mu = Sample(Normal(0, 10));
        var sd = Sample(Uniform(0, 5));
        var alpha = Sample(Normal(mu, sd), sites);
        Observe(count, Poisson(logMu: alpha[site]));
        var missing = Generate(Poisson(logMu: alpha[missingSite]));
    }
}
