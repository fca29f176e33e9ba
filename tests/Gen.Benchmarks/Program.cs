using System;
using System.Linq;
using Gen;
using Gen.Benchmarks;
using Gen.Benchmarks.References;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;

// How long does a gradient of an emitted log-density take, beside the same log-density written by hand? Both are measured by turns in one run, so that
// the ratio means something on a busy machine as well.
var random = new RandomStream(1);
Vector Normals(int count, double mean = 0) => Enumerable.Range(0, count).Select(_ => mean + random.NextNormal()).ToArray();
Vector Prices(int count) => Enumerable.Range(0, count).Select(_ => 0.5 + 4.5 * random.NextDouble()).ToArray();

Console.WriteLine($"{"",-34} {"emitted µs",12} {"by hand µs",12} {"ratio",8}");

var market = new Demand(Prices(365));
var demand = market.Observe(market.Do(a: 100, b: -1.1).Draw(seed: 7).Sales);
SideBySide.Measure("demand, 365 rows", demand.CreateLogDensity(), new DemandByHand(demand.Price, demand.Sales!));

var x = new double[3020, 5];
foreach (var (row, column) in from row in Enumerable.Range(0, 3020) from column in Enumerable.Range(0, 5) select (row, column))
{
    x[row, column] = random.NextNormal();
}

var logistic = new LogisticRegression(x, [.. Enumerable.Range(0, 3020).Select(_ => random.NextInt(2))]);
SideBySide.Measure("logistic, 3,020 rows, 5 features", logistic.CreateLogDensity(), new LogisticByHand(logistic.X, logistic.Outcome!));

var schools = new EightSchoolsNoncentered([15, 10, 16, 11, 9, 11, 10, 18], [28, 8, -3, 7, -1, 1, 18, 12]);
SideBySide.Measure("eight schools", schools.CreateLogDensity(), new EightSchoolsByHand(schools.Sigma, schools.Y!));

var grouped = new GroupedRegression([.. Enumerable.Range(0, 919).Select(_ => random.NextInt(85))], Normals(919), Normals(919, 1), 85);
SideBySide.Measure("grouped, 919 rows, 85 groups", grouped.CreateLogDensity(), new GroupedByHand(grouped.Group, grouped.X, grouped.Y!, 85));

// Linear algebra that emitted code calls.
foreach (var order in new[] { 11, 100, 1000 })
{
    FactorizationBenchmark.Measure(order);
}

// And a whole run, tuning included: the fastest of several, since the first ones also compile.
var runs = Enumerable.Range(0, 12).Select(seed =>
{
    var watch = System.Diagnostics.Stopwatch.StartNew();
    schools.Sample(seed: seed);
    return watch.Elapsed.TotalMilliseconds;
}).ToArray();
Console.WriteLine();
Console.WriteLine($"eight schools, 4 chains of 1000 + 1000 draws: {runs.Min():F0} ms, the first time in this process {runs[0]:F0} ms");
