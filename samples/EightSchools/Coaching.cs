using Gen;
using static Gen.Modeling;

namespace EightSchools;

/// <summary>Schools' effects vary around a common mean, and each effect itself is sampled, as samplers did for long.</summary>
public partial class CentredCoaching
{
    [Model]
    static partial void Define([Dims("school")] Vector effect, [Dims("school")] Vector standardError, Dim school)
    {
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var theta = Sample(Normal(mu, tau), school, Centering.Centered);

        Observe(effect, Normal(theta, standardError));
    }
}

/// <summary>The same model without that option: tuning finds out how each effect is best sampled.</summary>
public partial class Coaching
{
    [Model]
    static partial void Define([Dims("school")] Vector effect, [Dims("school")] Vector standardError, Dim school)
    {
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var theta = Sample(Normal(mu, tau), school);

        Observe(effect, Normal(theta, standardError));
    }
}
