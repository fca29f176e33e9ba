using System;
using System.Linq;
using EightSchools;
using Gen;

Console.WriteLine("""
    Eight schools coached pupils for a test, and each measured the effect in points, with a large standard error.
    Does coaching work, and is school A, which measured 28 points, really so much better than the others?

    """);

var options = new SamplingOptions { Seed = 3, TargetAccept = 0.95, Progress = new ConsoleProgress() };

Console.WriteLine("1. The effect theta of every school is drawn around the mean mu with spread tau, and is itself what is sampled (Centering.Centered).\n");
var centred = new CentredCoaching(Schools.Effect, Schools.StandardError, Schools.Names).Sample(options);
Console.WriteLine(centred.Summary());
Console.WriteLine($"""
    Where tau is small the effects are squeezed together: a funnel. {Diverging(centred)} of {centred.Statistics.Diverging.Length} trajectories diverged, since their steps are halved in its neck, but a chain
    that is there seldom comes out: R-hat of tau is {centred.Tau.Rhat:F2}, its {centred.Tau.Count} draws are worth {centred.Tau.EssBulk:F0}, and these numbers are not to be used.

    """);

Console.WriteLine("2. The same model without that option: tuning moves from theta, lambda = 1, towards (theta - mu) / tau, lambda = 0, which is a standard normal whatever tau is.\n");
var posterior = new Coaching(Schools.Effect, Schools.StandardError, Schools.Names).Sample(options);
Console.WriteLine(posterior.Summary("mu", "tau", "theta"));
Console.WriteLine($"""
    {Diverging(posterior)} of {posterior.Statistics.Diverging.Length} trajectories diverged, and the smallest tau that was reached is {Smallest(posterior.Tau):F4}. The lambda that tuning chose
    for theta was {posterior.Statistics.Centering.Chunk(2 + Schools.Names.Length).Average(chain => chain.Skip(2).Average()):F2} on average.

    Coaching probably helps a little: its mean effect is {posterior.Mu.Mean:F1} points (sd {posterior.Mu.Sd:F1}), above zero with probability {posterior.Mu.Probability(mu => mu > 0):F2}.
    School A measured 28 points, but {posterior.Theta["A"].Mean:F1} are to be expected of its coaching: with a standard error of 15, most of its lead is luck.
    Its effect is above zero with probability {posterior.Theta["A"].Probability(theta => theta > 0):F2}, and above 28 points with probability {posterior.Theta["A"].Probability(theta => theta > 28):F3}.
    """);

static int Diverging(ModelPosterior posterior) => posterior.Statistics.Diverging.Count(diverging => diverging);

static double Smallest(ScalarDraws draws) => draws.Quantile(0);
