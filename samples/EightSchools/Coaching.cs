using Gen;
using static Gen.Modeling;

namespace EightSchools;

/// <summary>Schools' effects vary around a common mean, written as one thinks of them.</summary>
public partial class CentredCoaching
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

/// <summary>The same model but for an option: what is sampled is how far a school lies from mu, in units of tau.</summary>
public partial class NonCentredCoaching
{
    [Model]
    static partial void Define([Dims("school")] Vector effect, [Dims("school")] Vector standardError, Dim school)
    {
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var theta = Sample(Normal(mu, tau), school, Centering.NonCentered);

        Observe(effect, Normal(theta, standardError));
    }
}
