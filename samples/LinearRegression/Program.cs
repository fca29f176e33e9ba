using System;
using System.Linq;
using Gen;
using Influence;
using static Gen.Modeling;

Console.WriteLine("""
    What makes a member of a forum influential? 120 members were scored by other members, some by one and some by sixty of them,
    so the scores are known with very different precision. Which features matter, and what will eight new members score?

    """);

// Simulated: the first 120 members are the survey, the others come later. Coefficients are set, so that the answer can be compared with them.
var (x, yErr) = Survey.Members(328, seed: 3);
var truth = new LinearRegression(x, yErr, Survey.Feature).Do(alpha: 5, beta: [1.5, -0.4, 0], sigma: 1.2).Draw(seed: 4);
Console.WriteLine("The truth to be found: alpha = 5, beta = [1.5, -0.4, 0], sigma = 1.2.\n");

var model = new LinearRegression(x[..120, ..], truth.Y[..120], yErr[..120], Survey.Feature);
var posterior = model.Sample(new SamplingOptions { Draws = 4000, Seed = 42, Progress = new ConsoleProgress() });
Console.WriteLine(posterior.Summary());

foreach (var feature in Survey.Feature)
{
    var effect = posterior.Beta[feature];
    Console.WriteLine($"One unit more of {feature} changes the score by {effect.Mean:+0.00;-0.00} (sd {effect.Sd:F2}); it raises it with probability {effect.Probability(b => b > 0):F3}.");
}

// What if every score had been trusted alike? The same model with other data: all errors equal.
var trusting = model.With(yErr: 1.5 * Ones(120)).Sample(draws: 4000, seed: 42);
Console.WriteLine($"""

    Had every score been trusted alike, the sd of centrality's effect would be {trusting.Beta["centrality"].Sd:F2} instead of {posterior.Beta["centrality"].Sd:F2}: the precise scores would not count for more.

    Eight new members, whose scores will have the standard errors {string.Join(", ", yErr[120..128].Select(error => $"{error:F1}"))}:
    """);

var table = posterior.Predict(x: x[120..128, ..], yErr: yErr[120..128], seed: 5).Y.Summary(interval: 0.95);
Console.WriteLine(table);

// Do the intervals keep their promise? 200 more members, whose scores are known to the simulation only.
var (y, rows) = (truth.Y[128..], posterior.Predict(x: x[128.., ..], yErr: yErr[128..], seed: 6).Y.Summary(interval: 0.95).Rows);
var within = rows.Zip(y).Count(pair => pair.First.Lower <= pair.Second && pair.Second <= pair.First.Upper);
Console.WriteLine($"Of 200 further members {within} scored within their 95 % interval; 190 are to be expected, give or take 3.");
