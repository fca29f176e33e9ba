using System;
using System.Linq;
using Gen;
using PriceElasticity;

Console.WriteLine("""
    A shop changed the price of one product every week for a year and counted what it sold each day.
    How do sales respond to the price, and what should the product cost when a unit costs the shop 0.30?

    """);

// The market of this story is simulated, so that the answer can be compared with the truth: a and b are set, sigma is drawn from its prior.
var market = new Demand(PriceHistory.Daily);
var truth = market.Do(a: 100, b: -1.1).Draw(seed: 3);
Console.WriteLine($"The truth to be found: sales = 100 · price^-1.1, give or take sigma = {truth.Sigma:F3} units a day.\n");

var posterior = market.Observe(sales: truth.Sales).Sample(new SamplingOptions { Seed = 1, Progress = new ConsoleProgress() });
Console.WriteLine(posterior.Summary("a", "b", "sigma"));

var (lower, upper) = posterior.B.Hdi();
Console.WriteLine($"A price that is 1 % higher loses {-posterior.B.Mean:F3} % of the units sold ({-upper:F3} to {-lower:F3} with probability 0.94).");

// The model's own demand curve, with the price now a decision, averaged over every draw of the posterior.
var profit = posterior.Profit(unitCost: PriceHistory.UnitCost);
var best = profit.Maximize(price: [1.0], Bounds.AtLeast(0.01));
var price = best.Price[0];
Console.WriteLine($"A day earns {best.Utility.Mean:F2} (sd {best.Utility.Sd:F2}) at the best price, {profit.Utilities([1.99]).Mean:F2} at 1.99.");
Console.WriteLine($"The curve is flat at its top: {price - 0.5:F2} or {price + 0.5:F2} would earn {profit.Utilities([price - 0.5]).Mean:F2} or {profit.Utilities([price + 0.5]).Mean:F2}.");

// A check that shares nothing with the search: the mean profit over the same draws, at every price from 1 to 10 in steps of 0.001.
var onGrid = Enumerable.Range(1000, 9001).Select(step => step / 1000.0).AsParallel().MaxBy(MeanProfit);
Console.WriteLine($"The best price on a dense grid, from the same draws: {onGrid:F3}; in theory, from the true b, 0.3 · b / (1 + b) = 3.300.");
Console.WriteLine($"optimal price: {price:F3}");

double MeanProfit(double price)
{
    var a = posterior.A.Values;
    var b = posterior.B.Values;
    var total = 0.0;
    for (var draw = 0; draw < a.Length; draw++)
        total += (price - PriceHistory.UnitCost) * a[draw] * Math.Pow(price, b[draw]);
    return total / a.Length;
}
