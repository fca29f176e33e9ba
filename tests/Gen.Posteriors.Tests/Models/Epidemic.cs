using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>covid19imperial_v2</c> and <c>v3</c>, which are the same program: infections that renew themselves in each country, what measures
/// change about that, and deaths (Flaxman and others 2020). The measures have a row for each day, country after country.
/// </summary>
public partial class Epidemic
{
    [Model]
    static partial void Define(int[,] deaths, Matrix fatality, Vector serial, Matrix measures, int[] start, int[] end, Vector population, int seeded)
    {
        var days = serial.Length;
        var mu = Sample(HalfFlat(), population.Length);
        var alpha = Sample(Gamma(0.1667, 1), measures.Columns);
        var kappa = Sample(HalfNormal(0.5));
        var tau = Sample(Exponential(0.03));
        var y = Sample(Exponential(1 / tau), population.Length);
        var phi = Sample(HalfNormal(5));
        var noise = Sample(Truncated(Normal(1, 0.1), lower: 0), population.Length);
        Potential(Normal(3.28, kappa).LogDensity(mu));
        var effect = Exp(-Dot(measures, alpha - Log(1.05) / 6));
        for (var m = 0; m < population.Length; m++)
        {
            var infected = new Vector(days);
            var total = 0.0;
            for (var i = 0; i < days; i++)
            {
                var pressure = 0.0;
                for (var j = 0; j < i; j++)
                {
                    pressure += infected[j] * serial[i - 1 - j];
                }

                infected[i] = i < seeded ? y[m] : (1 - total / population[m]) * mu[m] * effect[m * days + i] * pressure;
                total += infected[i];
            }

            // Of the first day, which no country begins with, the published program has another expectation.
            for (var i = 0; i < days; i++)
            {
                if (i >= start[m] - 1 && i < end[m])
                {
                    var dying = 0.0;
                    for (var j = 0; j < i; j++)
                    {
                        dying += infected[j] * fatality[i - 1 - j, m];
                    }

                    Observe(deaths[i, m], NegativeBinomial(mu: noise[m] * dying, alpha: phi));
                }
            }
        }
    }
}
