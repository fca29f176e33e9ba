using System;
using AbTest;
using Gen;
using static AbTest.Experiment;

Console.WriteLine($"""
    Half of a shop's visitors saw a new page (B), the others the page as it was (A).
        A: {ConversionsA} of {VisitorsA} bought ({(double)ConversionsA / VisitorsA:P2})
        B: {ConversionsB} of {VisitorsB} bought ({(double)ConversionsB / VisitorsB:P2})
    How probable is it that B is better, by how much, and what is at stake when the shop switches to it?

    """);

var model = new Conversion(VisitorsA, ConversionsA, VisitorsB, ConversionsB);
var posterior = model.Sample(new SamplingOptions { Draws = 5000, Seed = 1, Progress = new ConsoleProgress() });
Console.WriteLine(posterior.Summary(new SummaryOptions { Decimals = 5 }, "pA", "pB", "difference"));

// The posterior is known exactly here: each rate has a Beta distribution. That makes this model a check of the sampler.
var a = BetaPosterior.After(VisitorsA, ConversionsA);
var b = BetaPosterior.After(VisitorsB, ConversionsB);
var better = posterior.Difference.Probability(difference => difference > 0);
var betterError = posterior.Difference.McseProbability(difference => difference > 0);

Console.WriteLine("                                     sampled     exact   Monte Carlo error");
Line("mean of A's rate", posterior.PA.Mean, a.Mean, posterior.PA.McseMean);
Line("sd of A's rate", posterior.PA.Sd, a.Sd, posterior.PA.McseSd);
Line("mean of B's rate", posterior.PB.Mean, b.Mean, posterior.PB.McseMean);
Line("sd of B's rate", posterior.PB.Sd, b.Sd, posterior.PB.McseSd);
Line("probability that B is better", better, b.ProbabilityAbove(a), betterError);
Line("loss to expect if B is chosen", posterior.Regret.Mean, a.ExpectedExcess(b), posterior.Regret.McseMean);

var (lower, upper) = posterior.Difference.Hdi();
Console.WriteLine($"""

    B is better with probability {better:F3}. Its rate is {100 * posterior.Difference.Mean:F2} percentage points higher ({100 * lower:F2} to {100 * upper:F2} with probability 0.94).
    Choosing B loses {100 * posterior.Regret.Mean:F4} points on average over what we do not know, {posterior.Difference.Mean / posterior.Regret.Mean:F0} times less than the gain to expect: switch to B.
    """);

static void Line(string what, double sampled, double exact, double error) =>
    Console.WriteLine($"{what,-34}{sampled,10:F6}{exact,10:F6}{error,12:F6}   {Math.Abs(sampled - exact) / error:F1} errors apart");
