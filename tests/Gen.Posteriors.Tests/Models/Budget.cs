using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Returns to spending in several channels, each with its own slope, and what they earn over a plan of weeks.</summary>
public partial class Budget
{
    [Model]
    static partial void Define([Dims("week", "channel")] Matrix spend, [Dims("week")] Vector sales)
    {
        var intercept = Sample(Normal(0, 10));
        var slope = Sample(HalfNormal(2), spend.Columns);
        var sigma = Sample(HalfNormal(1));
        var mu = Deterministic(intercept + Dot(Sqrt(spend), slope));
        Observe(sales, Normal(mu, sigma));
    }

    [Objective]
    static double Net(Vector mu, [Decision] Matrix spend) => Sum(mu) - Sum(spend);

    [Objective]
    static double Saturated(Vector slope, [Decision] Vector plan, double price)
        => Sum(slope * (1 - Exp(-plan))) - price * Sum(plan);

    [Objective]
    static double Spread(Vector slope, [Decision] double each = 0.5, double price = 0.1, int weeks = 4, bool isOpen = true)
        => isOpen ? weeks * (Sum(slope) * (1 - Exp(-each)) - price * each) : 0;
}
