using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>seeds_stanified_model</c>: seeds that germinate, by type and root extract, on plates that differ (BUGS, volume 1).</summary>
public partial class Seeds
{
    [Model]
    static partial void Define(int[] germinated, int[] seeds, Vector type, Vector extract)
    {
        var alpha0 = Sample(Normal(0, 1));
        var alpha1 = Sample(Normal(0, 1));
        var alpha12 = Sample(Normal(0, 1));
        var alpha2 = Sample(Normal(0, 1));
        var sigma = Sample(HalfCauchy(1));
        var b = Sample(Normal(0, sigma), seeds.Length);
        Observe(germinated, Binomial(seeds, logitP: alpha0 + alpha1 * type + alpha2 * extract + alpha12 * (type * extract) + b));
    }
}

/// <summary>posteriordb's <c>seeds_centered_model</c>: the same, with the plates' effects from their mean.</summary>
public partial class SeedsCentered
{
    [Model]
    static partial void Define(int[] germinated, int[] seeds, Vector type, Vector extract)
    {
        var alpha0 = Sample(Normal(0, 1));
        var alpha1 = Sample(Normal(0, 1));
        var alpha12 = Sample(Normal(0, 1));
        var alpha2 = Sample(Normal(0, 1));
        var sigma = Sample(HalfCauchy(1));
        var c = Sample(Normal(0, sigma), seeds.Length);
        var b = Deterministic(c - Mean(c));
        Observe(germinated, Binomial(seeds, logitP: alpha0 + alpha1 * type + alpha2 * extract + alpha12 * (type * extract) + b));
    }
}
