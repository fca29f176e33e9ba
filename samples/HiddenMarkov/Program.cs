using System;
using System.Linq;
using Gen;
using HiddenMarkov;
using static Gen.Modeling;

const int Today = 499;

Console.WriteLine("""
    A market has calm and turbulent days, and nobody says which is which: only the return of each day is seen.
    Is today turbulent, and how probable is a loss of more than 3 % tomorrow?

    """);

// Simulated, so that the answer can be compared with the regimes that only the simulation knows. Of thirty such markets this one was taken because
// its last day is doubtful.
var (returns, regimes) = Market.Days(Today + 1, seed: 8);
Console.WriteLine($"""
    The truth to be found: scales {Market.Scale[0]} % and {Market.Scale[1]} %, drift {Market.Drift} %, staying calm {Market.Stay[0]}, staying turbulent {Market.Stay[1]}.
    {regimes.Sum()} of the {regimes.Length} days that were drawn are turbulent, with a standard deviation of {Deviation(1):F2} %; that of the calm ones is {Deviation(0):F2} %.

    """);

var posterior = new Regimes(returns, loss: 3, regime: ["calm", "turbulent"]).Sample(new SamplingOptions { Seed = 1, Progress = new ConsoleProgress() });
Console.WriteLine(posterior.Summary("drift", "scale", "transition", "tomorrow", "risk"));

Console.WriteLine("The last ten days, with the probability that they were turbulent as it was known in their evening:\n");
Console.WriteLine("  day   return   turbulent   in truth");
for (var day = Today - 9; day <= Today; day++)
    Console.WriteLine($"  {day,3}   {returns[day],6:F2}   {posterior.Filtered[day, 1].Mean,9:F2}   {(regimes[day] == 1 ? "turbulent" : "calm")}");

var right = Enumerable.Range(0, regimes.Length).Count(day => posterior.Filtered[day, 1].Mean > 0.5 == (regimes[day] == 1));
var turbulent = posterior.Filtered[Today, 1];
var (lower, upper) = posterior.Risk.Hdi();
var overall = Math.Sqrt(returns.Average(r => r * r));
Console.WriteLine($"""

    Of {regimes.Length} days {right} are on the right side of one half.

    Today is turbulent with probability {turbulent.Mean:F2}, tomorrow with probability {posterior.Tomorrow["turbulent"].Mean:F2}: turbulence lasts {1 / (1 - posterior.Transition[1, 1].Median):F0} days, calm {1 / (1 - posterior.Transition[0, 0].Median):F0} (posterior medians).
    A loss of more than 3 % tomorrow has the probability {posterior.Risk.Mean:P2} ({lower:P2} to {upper:P2} with probability 0.94). One normal distribution for
    all days, with the standard deviation {overall:F2} %, would say {NormalCdf(-3 / overall):P3}, today as on any other day.
    """);

double Deviation(int regime) => Math.Sqrt(returns.Where((_, day) => regimes[day] == regime).Average(r => Math.Pow(r - Market.Drift, 2)));
