using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class StartingPointTests
{
    [Fact]
    public void ChainsThatStartHighOnASteepSlopeArriveInTheMass()
    {
        // y ~ Normal(exp(x), 1), 364 times, around 100: within 5e-4 of log 100, and two million below it where chains begin.
        static (double, double) Level(double x)
        {
            var gap = 100 - Math.Exp(x);
            return (-182 * gap * gap, 364 * gap * Math.Exp(x));
        }

        for (var seed = 1; seed <= 5; seed++)
        {
            var run = MarkovChains.Sample(_ => new CurveTarget(Level), new SamplingOptions { Tune = 0, Draws = 1, Seed = seed, Threads = 1 });
            Assert.All(run.Statistics.LogDensity, value => Assert.True(value > -10, $"a chain of seed {seed} starts {-value} below the mode"));
        }
    }

    [Fact]
    public void ChainsStartApartInTheMass()
    {
        // Ten independent coordinates of scales 0.01 to 100, hence up to 20,000 below the mode each where chains begin.
        var target = new NormalTarget([.. Enumerable.Range(0, 10).Select(i => Math.Pow(10, 4.0 * i / 9 - 2))]);
        var starts = Enumerable.Range(0, 8).Select(chain =>
        {
            var point = new double[10];
            // The mass of a normal is the product of its scales, whose exponents add up to 0; where its mode is not arrived at, it counts for less by what is missing.
            Assert.InRange(new StartingPoint(target, 2, (_, _) => false).Find(new RandomStream(3, chain), point)!.Value, -50, 1e-3);
            return point;
        }).ToArray();
        foreach (var start in starts)
        {
            // A draw is 5 below the mode, on average. A way ends where ten steps' curvatures promise a gain of at most 10, and ten steps do not tell all of ten
            // scales: what is asked is the order of magnitude, from some 20,000.
            Assert.InRange(-target.Evaluate(start, new double[10]), 0, 50);
        }

        Assert.Equal(8, starts.Select(start => start[9]).Distinct().Count());
    }

    [Fact]
    public void AFunnelsNeckIsNotFollowed()
    {
        // Neal's: v ~ Normal(0, 3), ten x ~ Normal(0, exp(v / 2)); the density grows without end towards v = −∞.
        for (var seed = 1; seed <= 5; seed++)
        {
            var run = MarkovChains.Sample(_ => new FunnelTarget(10), new SamplingOptions { Tune = 0, Draws = 1, Seed = seed, Threads = 1 });
            for (var chain = 0; chain < run.Chains; chain++)
                Assert.InRange(run.Position(chain, 0)[0], -9, 9);
        }
    }

    [Fact]
    public void OfSeveralWaysOneThatEndsFarBelowIsNotTaken()
    {
        // A ledge of height −500 to the left of 1.5, where half of a chain's ways and more end, and a normal to the right.
        static (double, double) Ledge(double x) => x < 1.5 ? (-500 - x * x / 2, -x) : (-(x - 3) * (x - 3) / 2, 3 - x);
        var starts = Enumerable.Range(1, 50).SelectMany(seed =>
        {
            var run = MarkovChains.Sample(_ => new CurveTarget(Ledge), new SamplingOptions { Tune = 0, Draws = 1, Seed = seed, Threads = 1 });
            return Enumerable.Range(0, run.Chains).Select(chain => run.Position(chain, 0)[0]);
        }).ToArray();

        // One random point of (−2, 2) is right of the edge with probability 1/8, and one of a run's twelve with 1 − (7/8)¹² = 0.80. A chain that has none then looks
        // twenty times more, in vain with probability (7/8)²⁰ = 0.07: 153 of 200 are right, give or take 11, since it is four or so of a run or none.
        Assert.InRange(starts.Count(x => x > 1.5), 153 - 4 * 11, 200);
    }
}
