using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Ices sold a day, by their price, the weather and whether they were advertised.</summary>
public partial class IceCream
{
    [Model]
    static partial void Define(Vector price, Vector rain, Vector promotion, int[] sold)
    {
        var level = Sample(Normal(4, 1));
        var elasticity = Sample(Normal(-1, 1));
        var wet = Sample(Normal(0, 1));
        var promoted = Sample(Normal(0, 1));
        Observe(sold, Poisson(Exp(level + elasticity * Log(price) + wet * rain + promoted * promotion)));
    }

    [Objective]
    static double Profit(double level, double elasticity, double wet, double promoted, [Decision] double asked, double isWet, double isPromoted, double unitCost)
        => (asked - unitCost) * Exp(level + elasticity * Log(asked) + wet * isWet + promoted * isPromoted);
}
