using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Visits of a site, each day drawn towards its level from the day before, and those of the days ahead.</summary>
public partial class Visits
{
    [Model]
    static partial void Define(Vector seen, int ahead)
    {
        var level = Sample(Normal(100, 50));
        var memory = Sample(Uniform(-1, 1));
        var sigma = Sample(HalfNormal(20));
        for (var t = 1; t < seen.Length; t++)
        {
            Observe(seen[t], Normal(level + memory * (seen[t - 1] - level), sigma));
        }

        var forecast = new Vector(ahead);
        for (var t = 0; t < ahead; t++)
        {
            forecast[t] = Generate(Normal(level + memory * ((t == 0 ? seen[seen.Length - 1] : forecast[t - 1]) - level), sigma));
        }
    }
}
