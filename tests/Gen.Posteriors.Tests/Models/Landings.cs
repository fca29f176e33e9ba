using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Where and when birds land: conjugate pairs of an angle, of improper priors and of bounded ones, apart from each other.</summary>
public partial class Landings
{
    [Model]
    static partial void Define(Vector direction, Vector height, Vector wait, int[] attempts, Vector size, double kappa, double edge, double least)
    {
        var mean = Sample(VonMises(0, 0.5));
        var east = Deterministic(Cos(mean));
        var north = Deterministic(Sin(mean));
        Observe(direction, VonMises(mean, kappa));

        var level = Sample(Flat());
        Observe(height, Normal(level, 2));

        var rate = Sample(HalfFlat());
        Observe(wait, Exponential(rate));

        var success = Sample(Beta(2, 2));
        Observe(attempts, Geometric(success));

        var ceiling = Sample(Pareto(3, edge));
        Potential(-4 * Log(ceiling));

        var above = Sample(Flat(lower: edge));
        var below = Sample(Flat(upper: edge));
        Potential(2 * (below - above));

        var tail = Sample(Gamma(2, 1));
        Observe(size, Pareto(tail, least));
    }
}
