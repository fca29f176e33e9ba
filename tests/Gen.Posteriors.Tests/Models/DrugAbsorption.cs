using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>one_comp_mm_elim_abs</c>: a drug that is absorbed at first order and eliminated by Michaelis and Menten's law.</summary>
public partial class DrugAbsorption
{
    [Model]
    static partial void Define(double t0, double dose, double volume, Vector times, Vector measured, double relTol, double absTol)
    {
        var ka = Sample(HalfCauchy(1));
        var km = Sample(HalfCauchy(1));
        var vm = Sample(HalfCauchy(1));
        var sigma = Sample(HalfCauchy(1));
        var c = OdeBdf(
            (t, c) => [(t > 0 ? Exp(-ka * t) * dose * ka / volume : 0) - vm / volume * c[0] / (km + c[0])], [0.0], t0, times, relTol, absTol);
        Observe(measured, LogNormal(Log(c[.., 0]), sigma));
    }
}
