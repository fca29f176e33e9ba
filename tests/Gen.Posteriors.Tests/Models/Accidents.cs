using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Accidents a month, more of them when it is warm: some months were not reported, and in some the temperature was not measured.</summary>
public partial class Accidents
{
    [Model]
    static partial void Define(int[] accidents, int[] isReported, Vector temperature, int[] isMeasured)
    {
        var level = Sample(Normal(2, 1));
        var slope = Sample(Normal(0, 1));
        var unmeasured = Sample(Normal(0, 1), isMeasured.Length - Sum(isMeasured));
        var warmth = new Vector(temperature.Length);
        var next = 0;
        for (var i = 0; i < temperature.Length; i++)
        {
            if (isMeasured[i] == 1)
            {
                warmth[i] = temperature[i];
            }
            else
            {
                warmth[i] = unmeasured[next];
                next++;
            }

            if (isReported[i] == 1)
            {
                Observe(accidents[i], Poisson(Exp(level + slope * warmth[i])));
            }
        }

        var happened = Generate(Poisson(Exp(level + slope * warmth)));
    }
}
