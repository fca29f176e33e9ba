using System;
using System.Collections.Generic;
using System.Linq;
using Gen;
using RadonHierarchy;
using static RadonHierarchy.Survey;

Console.WriteLine("""
    Radon is a radioactive gas that rises from the soil and makes cellars dangerous. It was measured in 919 houses of Minnesota, in 116 of
    one county, in one of some, in none of two. How much radon is to be expected in each county, and should a new house be protected?

    """);

var options = new SamplingOptions { Seed = 1, Progress = new ConsoleProgress() };
var model = Of(Houses);
var posterior = model.Sample(options);
Console.WriteLine(posterior.Summary("level", "soil", "spread", "floor", "sigma"));
Console.WriteLine($"""
    A measurement on the first floor finds {100 * (1 - Math.Exp(posterior.Floor.Mean)):F0} % less radon than one in the basement, twice the uranium in the soil means {100 * (Math.Pow(2, posterior.Soil.Mean) - 1):F0} % more.
    What else there is to counties moves their level by a factor of {Math.Exp(posterior.Spread.Mean):F2} (one sd), what there is to houses by {Math.Exp(posterior.Sigma.Mean):F2}.

    """);

// The same model with counties that know nothing of one another: a line that is fixed, and around it room for anything.
var separate = model.Do(level: 0, soil: 0, spread: 10).Sample(options);
Console.WriteLine("Typical radon in basements, in pCi/L, with 94 % intervals:\n");
Console.WriteLine("county              houses      the county by itself    with what the others say");
foreach (var county in (string[])["St. Louis", "Hennepin", "Lac qui Parle", "Murray", "Grant"])
{
    var houses = Houses.Count(house => Counties.Label(house.County) == county);
    Console.WriteLine($"{county,-20}{houses,6}{(houses == 0 ? "nothing is known" : Typical(separate.Alpha[county])),26}{Typical(posterior.Alpha[county]),28}");
}

// Which of the two predicts better? One house of each county that has two is kept back; both models say what it will have.
var kept = Houses.GroupBy(house => house.County).Where(county => county.Count() > 1).Select(county => county.ElementAt(county.Count() / 2)).ToHashSet();
var rest = Of(Houses.Where(house => !kept.Contains(house)));
var error = Error(rest.Sample(options));
var errorSeparate = Error(rest.Do(level: 0, soil: 0, spread: 10).Sample(options));
Console.WriteLine($"""

    {kept.Count} houses were kept back, one of each county with two: pooled counties miss their radon by a factor of {Math.Exp(error):F2}, separate ones by {Math.Exp(errorSeparate):F2} (root mean squares of logarithms).

    A new house with a measurement in its basement will have more than the 4 pCi/L at which the EPA advises to act:
    """);

string[] places = ["St. Louis", "Hennepin", "Lac qui Parle", "Grant", "Red Lake"];
var radon = posterior.Predict(county: [.. places.Select(Counties.IndexOf)], firstFloor: new double[places.Length], seed: 2).Radon;
for (var place = 0; place < places.Length; place++)
    Console.WriteLine($"  in {places[place],-14} with probability {radon[place].Probability(radon => radon > 4):F2}  (median {radon[place].Median:F1}; nine of ten houses between {radon[place].Quantile(0.05):F1} and {radon[place].Quantile(0.95):F1})");

Console.WriteLine($"""

    In Grant and Red Lake no house was measured; what is known of them is their uranium and how much counties differ. That is enough to say as much of a new
    house there, give or take a factor of {Factor(3):F1}, as in Hennepin, with its {Houses.Count(house => house.County == Counties.IndexOf("Hennepin"))} measurements ({Factor(1):F1}): what remains unknown is the house, not the county.
    """);

double Factor(int place) => Math.Sqrt(radon[place].Quantile(0.95) / radon[place].Quantile(0.05));

static HomeRadon Of(IEnumerable<House> houses) => new(
    [.. houses.Select(house => house.County)], [.. houses.Select(house => (double)house.Floor)], [.. houses.Select(house => house.Radon)], Uranium, Counties);

double Error(HomeRadon.Posterior fit) =>
    Math.Sqrt(kept.Average(house => Math.Pow(Math.Log(house.Radon) - fit.Alpha.Mean[house.County] - fit.Floor.Mean * house.Floor, 2)));

static string Typical(ScalarDraws level)
{
    var (lower, upper) = level.Hdi();
    return $"{Math.Exp(level.Median):F1} ({Math.Exp(lower):F1} to {Math.Exp(upper):F1})";
}
