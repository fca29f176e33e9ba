using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>kilpisjarvi</c>: summer temperatures at Kilpisjärvi by year, with priors that data set.</summary>
public partial class SummerTemperature
{
    [Model]
    static partial void Define(Vector year, Vector temperature, double muAlpha, double sdAlpha, double muBeta, double sdBeta)
    {
        var alpha = Sample(Normal(muAlpha, sdAlpha));
        var beta = Sample(Normal(muBeta, sdBeta));
        var sigma = Sample(HalfFlat());
        Observe(temperature, Normal(alpha + beta * year, sigma));
    }
}
