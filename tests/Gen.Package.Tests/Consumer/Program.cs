using System;
using System.Diagnostics;
using System.Globalization;
using Gen;
using PriceElasticity;

// The story of samples/PriceElasticity for a program that knows Gen by its package only.
Vector price = new double[365];
var random = new Random(1);
for (var day = 0; day < price.Length; day++)
    price[day] = 0.5 + 4.5 * random.NextDouble();

var market = new Demand(price);
var sold = market.Do(a: 100, b: -1.1, sigma: 1).Draw(seed: 7).Sales;

if (args is ["first-draw"])
{
    // All the tuning that four chains do by default, and the first draw that is kept.
    var first = market.Observe(sales: sold).Sample(draws: 1, seed: 1);
    var elapsed = DateTime.Now - Process.GetCurrentProcess().StartTime;
    Console.WriteLine(Line("a", first.A.Mean));
    Console.WriteLine(Line("first draw", elapsed.TotalMilliseconds));
    return;
}

var posterior = market.Observe(sales: sold).Sample(seed: 1);
Console.WriteLine(posterior.Summary());
Console.WriteLine(Line("a", posterior.A.Mean));
Console.WriteLine(Line("b", posterior.B.Mean));
Console.WriteLine(Line("sales at 2", posterior.Predict(price: [2.0], seed: 1).Sales.Mean[0]));
Console.WriteLine(Line("optimal price", posterior.Profit(unitCost: 0.3).Maximize(price: [1.0], Bounds.AtLeast(0)).Price[0]));

static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name}: {value:R}");
