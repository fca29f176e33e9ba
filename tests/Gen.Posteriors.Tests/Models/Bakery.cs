using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Loaves that are wanted in a day, and how many to bake: what nobody wants is lost, and what was not baked is not sold.</summary>
public partial class Bakery
{
    [Model]
    static partial void Define(Vector wanted)
    {
        var typical = Sample(Normal(100, 50));
        var spread = Sample(HalfNormal(30));
        Observe(wanted, Normal(typical, spread));
        var tomorrow = Generate(Normal(typical, spread));
    }

    [Objective]
    static double Profit(double tomorrow, [Decision] double baked, double price, double cost)
        => price * Min(tomorrow, baked) - cost * baked;
}
