using System.Linq;
using Gen;

namespace PriceElasticity;

/// <summary>What the shop charged last year.</summary>
public static class PriceHistory
{
    /// <summary>What a unit costs the shop.</summary>
    public const double UnitCost = 0.3;

    /// <summary>The price of each of 364 days: it changed every Monday.</summary>
    public static Vector Daily => Weekly.SelectMany(price => Enumerable.Repeat(price, 7)).ToArray();

    private static readonly double[] Weekly =
    [
        1.99, 1.99, 1.79, 1.79, 1.99, 2.19, 2.19, 1.49, 1.49, 1.99, 2.29, 2.29, 2.49,
        2.49, 0.99, 0.99, 2.49, 2.49, 2.79, 2.79, 1.99, 1.99, 2.99, 2.99, 1.29, 1.29,
        2.99, 2.99, 3.29, 3.29, 0.79, 0.79, 3.29, 3.29, 3.49, 2.49, 2.49, 3.79, 3.79,
        3.99, 1.99, 1.99, 3.99, 4.29, 4.29, 0.99, 0.99, 4.49, 2.99, 2.99, 1.49, 0.79,
    ];
}
