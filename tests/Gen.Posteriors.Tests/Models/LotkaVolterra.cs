using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>lotka_volterra</c>: lynxes and hares by the pelts that were sold of them, which follow the predator–prey equations.</summary>
public partial class LotkaVolterra
{
    [Model]
    static partial void Define(Vector first, Matrix pelts, Vector years, double relTol, double absTol)
    {
        var rate = Sample(HalfFlat(), 4);
        Potential(Normal([1, 0.05, 1, 0.05], [0.5, 0.05, 0.5, 0.05]).LogDensity(rate));
        var start = Sample(LogNormal(Log(10), 1), 2);
        var sigma = Sample(LogNormal(-1, 1), 2);
        var z = OdeRk45((t, z) => [(rate[0] - rate[1] * z[1]) * z[0], (rate[3] * z[0] - rate[2]) * z[1]], start, 0, years, relTol, absTol);
        Observe(first, LogNormal(Log(start), sigma));
        Observe(pelts, LogNormal(Log(z), sigma));
    }
}
