using System;
using System.Linq;
using Gen;
using Influence;
using static Gen.Modeling;

Console.WriteLine("""
    What makes a member of a forum influential? 120 members were scored by other members, some by one and some by sixty of them,
    so the scores are known with very different precision. Which features matter, and what will eight new members score?

    """);

// Simulated: members 0 to 119 are the survey, 120 to 127 come later. Coefficients are set, so that the answer can be compared with them.
var (x, yErr) = Survey.Members(128, seed: 3);
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

    Eight new members, with the errors that their scores will have:
    """);

var unseen = Enumerable.Range(120, 8);
var predictions = posterior.Predict(x: x[120.., ..], yErr: yErr[120..], seed: 5).Y.Summary(interval: 0.95);
Console.WriteLine(predictions);
var within = unseen.Count(member => truth.Y[member] >= predictions[member - 120].Lower && truth.Y[member] <= predictions[member - 120].Upper);
Console.WriteLine($"The intervals hold 95 % each; {within} of the 8 members later scored within theirs: {string.Join(", ", unseen.Select(member => truth.Y[member].ToString("F1")))}.");
