using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;
using Xunit;
using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Integers that are looked up and drawn by integers: paths through a hidden Markov chain, against the enumeration of all paths.</summary>
public class HiddenPathTests
{
    private const int Length = 7;

    private static readonly HiddenPath Model = new(new double[] { 2.8, 5.5, 9.1, 6.4, 7.2, 3.9, 6.1 });
    private static readonly HiddenPath.Posterior Posterior = Model.Sample(draws: 1500, tune: 500, chains: 4, seed: 3);
    private static readonly int[][] Paths = [.. Enumerable.Range(0, 1 << Length).Select(bits => Enumerable.Range(0, Length).Select(t => bits >> t & 1).ToArray())];

    [Fact]
    public void The_most_likely_path_is_that_of_all_paths()
    {
        for (var draw = 0; draw < Posterior.LogJoint.Count; draw += 40)
        {
            var joint = Paths.Select(path => LogJoint(path, draw)).ToArray();
            Assert.Equal(joint.Max(), Posterior.LogJoint.Values[draw], 1e-10);
            Assert.Equal(Paths[Array.IndexOf(joint, joint.Max())], Enumerable.Range(0, Length).Select(t => (int)Posterior.MostLikely[t].Values[draw]));
            Assert.Equal(LogSumExp(joint), Posterior.Marginal.Values[draw], 1e-10);
        }
    }

    [Fact]
    public void Paths_are_drawn_from_their_joint_distribution()
    {
        // Sums of independent truths with known probabilities, in standard errors: beyond five once in two million.
        void Happens(Func<int[], bool> happens)
        {
            var (surplus, variance) = (0.0, 0.0);
            for (var draw = 0; draw < Posterior.LogJoint.Count; draw++)
            {
                var weights = Paths.Select(path => Math.Exp(LogJoint(path, draw) - Posterior.Marginal.Values[draw])).ToArray();
                var probability = Paths.Zip(weights).Where(pair => happens(pair.First)).Sum(pair => pair.Second);
                int[] drawn = [.. Enumerable.Range(0, Length).Select(t => (int)Posterior.State[t].Values[draw])];
                surplus += (happens(drawn) ? 1 : 0) - probability;
                variance += probability * (1 - probability);
            }

            Assert.InRange(surplus / Math.Sqrt(variance), -5, 5);
        }

        Happens(path => path[Length - 1] == 1);
        Happens(path => path[1] == 0);
        Happens(path => path[3] != path[4]);
        Happens(path => path.Sum() == 3);
    }

    [Fact]
    public void A_draw_follows_the_element_that_an_integer_picks()
    {
        double[] probabilities = [.. Enumerable.Range(0, Posterior.LogJoint.Count).Select(draw =>
            Normal(Posterior.Mu[(int)Posterior.State[Length - 1].Values[draw]].Values[draw], 1).Cdf(Posterior.YRep.Values[draw])).Order()];
        var distance = probabilities.Select((value, i) => Math.Max(Math.Abs(value - (double)i / probabilities.Length), Math.Abs(value - (i + 1.0) / probabilities.Length))).Max();

        // √n D of Kolmogorov and Smirnov exceeds it once in ten thousand correct samplers.
        Assert.InRange(Math.Sqrt(probabilities.Length) * distance, 0, 2.23);
    }

    [Fact]
    public void The_executed_body_finds_the_same_path()
    {
        double Of(Draws draws, int element) => draws.Element(element)[7];
        var trace = Model.Trace(new()
        {
            Theta = new double[,] { { Of(Posterior.Theta, 0), Of(Posterior.Theta, 1) }, { Of(Posterior.Theta, 2), Of(Posterior.Theta, 3) } },
            Mu = new[] { Of(Posterior.Mu, 0), Of(Posterior.Mu, 1) },
        });
        Assert.Equal(trace.Quantities["mostLikely"], Enumerable.Range(0, Length).Select(t => Posterior.MostLikely[t].Values[7]));
        Assert.Equal(trace.Quantities["logJoint"][0], Posterior.LogJoint.Values[7], 1e-12);
    }

    private static double LogJoint(int[] path, int draw)
    {
        var sum = Normal(Posterior.Mu[path[0]].Values[draw], 1).LogDensity(Model.Y[0]);
        for (var t = 1; t < Length; t++)
        {
            sum += Math.Log(Posterior.Theta[path[t - 1], path[t]].Values[draw]) + Normal(Posterior.Mu[path[t]].Values[draw], 1).LogDensity(Model.Y[t]);
        }

        return sum;
    }
}
