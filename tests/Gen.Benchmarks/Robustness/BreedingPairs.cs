using Gen;
using static Gen.Modeling;

namespace Gen.Benchmarks.Robustness;

/// <summary>Counts by year with a cubic trend and a deviation of each year: a Poisson mixed model with priors as wide as its classical form has them.</summary>
public partial class BreedingPairs
{
    [Model]
    static partial void Define(int[] count, Vector year, Dim years)
    {
        var level = Sample(Uniform(-20, 20));
        var linear = Sample(Uniform(-10, 10));
        var square = Sample(Uniform(-10, 10));
        var cubic = Sample(Uniform(-10, 10));
        var sigma = Sample(Uniform(0, 5));
        var deviation = Sample(Normal(0, sigma), years);
        Observe(count, Poisson(Exp(level + linear * year + square * year * year + cubic * year * year * year + deviation)));
    }
}
