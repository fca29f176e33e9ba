using System;
using Gen;
using PriceElasticity;

// A shop sold at 365 daily prices. How do sales respond to price, and what should it charge when a unit costs 0.30?
Vector price = new double[365];
var random = new Random(1);
for (var day = 0; day < price.Length; day++)
{
    price[day] = 0.5 + 4.5 * random.NextDouble();
}

var market = new Demand(price);
var sold = market.Do(a: 100, b: -1.1).Draw(seed: 7).Sales;
var watch = System.Diagnostics.Stopwatch.StartNew();
var posterior = market.Observe(sales: sold).Sample(seed: 1);
Console.WriteLine(watch.ElapsedMilliseconds);
Console.WriteLine(posterior.Summary());
var best = posterior.Profit(unitCost: 0.3).Maximize(price: [1.0], Bounds.AtLeast(0));
Console.WriteLine(best.Price[0]);
