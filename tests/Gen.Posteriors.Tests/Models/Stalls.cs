using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Sales of a stall about the level of its street, over data of every shape.</summary>
public partial class Stalls
{
    [Model]
    static partial void Define(Vector price, Matrix weather, int[] hours, int[,] visits, Vector sold)
    {
        var street = Sample(Normal(0, 1));
        var level = Sample(Normal(street, 1));
        for (var i = 0; i < sold.Length; i++)
        {
            Observe(sold[i], Normal(level * price[i] + weather[i, 0] + hours[i] + visits[i, 0], 1));
        }
    }

    [Objective]
    static double Margin(double level, [Decision] double stock, Vector cost, int[] parts) =>
        level * stock - Sum(cost) * Square(stock) - parts[0] * stock;
}
