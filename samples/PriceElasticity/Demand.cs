using Gen;
using static Gen.Modeling;

namespace PriceElasticity;

/// <summary>Demand at constant price elasticity: sales = a · price^b.</summary>
public partial class Demand
{
    [Model]
    static partial void Define(Vector price, Vector sales)
    {
        var a = Sample(Gamma(mu: 100, sigma: 40));
        var b = Sample(Normal(0, 1));
        var sigma = Sample(HalfNormal(1));
        var mu = Deterministic(a * Pow(price, b));

        Observe(sales, Normal(mu, sigma));
    }

    [Objective]
    static double Profit(Vector mu, [Decision] Vector price, double unitCost)
        => Sum((price - unitCost) * mu);
}
