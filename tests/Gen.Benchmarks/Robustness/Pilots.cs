using Gen;
using static Gen.Modeling;

namespace Gen.Benchmarks.Robustness;

/// <summary>Two crossed effects with few groups and flat scales, whose means are hardly told apart (Gelman and Hill, "Data analysis using regression", chapter 13).</summary>
public partial class Pilots
{
    [Model]
    static partial void Define(Vector recovered, int[] treatment, int[] airport, Dim treatments, Dim airports)
    {
        var meanOfTreatments = Sample(Normal(0, 1));
        var meanOfAirports = Sample(Normal(0, 1));
        var spreadOfTreatments = Sample(Uniform(0, 100));
        var spreadOfAirports = Sample(Uniform(0, 100));
        var sigma = Sample(Uniform(0, 100));
        var byTreatment = Sample(Normal(10 * meanOfTreatments, spreadOfTreatments), treatments);
        var byAirport = Sample(Normal(10 * meanOfAirports, spreadOfAirports), airports);
        Observe(recovered, Normal(byTreatment[treatment] + byAirport[airport], sigma));
    }
}
