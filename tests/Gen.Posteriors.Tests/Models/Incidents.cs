using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Counts of incidents of three kinds by exposure, with more variance than a Poisson's.</summary>
public partial class Incidents
{
    [Model]
    static partial void Define(int[] count, Vector exposure, int[] kind, bool isWeekend)
    {
        var rate = Sample(Normal(0, 1), 3);
        var dispersion = Sample(Exponential(1));
        for (var i = 0; i < count.Length; i++)
        {
            var log = kind[i] switch { 0 => rate[0], 1 => rate[0] + rate[1], _ => rate[2] };
            Observe(count[i], NegativeBinomial(mu: exposure[i] * Exp(isWeekend ? log : 0.5 * log), alpha: dispersion));
        }
    }
}
