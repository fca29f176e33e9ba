using Gen;
using static Gen.Modeling;

namespace PredatorPrey;

/// <summary>Hares multiply and are eaten; lynxes multiply on hares and die: the equations of Lotka (1925) and Volterra (1926).</summary>
public partial class LynxAndHare
{
    [Model]
    static partial void Define([Dims("year")] Vector years, [Dims("year", "species")] Matrix pelts, Dim species)
    {
        var birth = Sample(Truncated(Normal(1, 0.5), lower: 0));
        var hunting = Sample(Truncated(Normal(0.05, 0.05), lower: 0));
        var feeding = Sample(Truncated(Normal(0.05, 0.05), lower: 0));
        var death = Sample(Truncated(Normal(1, 0.5), lower: 0));
        var start = Sample(LogNormal(Log(10), 1), species);
        var sigma = Sample(LogNormal(-1, 1), species);

        // A year before the first count there were start hares and lynxes.
        var population = Deterministic(OdeRk45(
            (t, z) => [(birth - hunting * z[1]) * z[0], (feeding * z[0] - death) * z[1]], start, years[0] - 1, years));

        Observe(pelts, LogNormal(Log(population), sigma));
    }
}
