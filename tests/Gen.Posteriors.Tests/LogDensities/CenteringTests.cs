using System;
using System.Linq;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>A latent that is not centred by an option is the model in which it is written out.</summary>
public sealed class CenteringTests
{
    private static readonly Vector Y = new([1.3, -0.4, 2.2, 0.9]);
    private static readonly int[] Group = [0, 1, 1, 0];

    [Fact]
    public void An_option_says_what_is_otherwise_written_out()
    {
        var (option, written) = (new Uncentered(Y, Group, 2).CreateLogDensity(), new WrittenUncentered(Y, Group, 2).CreateLogDensity());
        var random = new RandomStream(5);
        Assert.Equal(written.Dimension, option.Dimension);
        for (var point = 0; point < 10; point++)
        {
            var position = Enumerable.Range(0, option.Dimension).Select(_ => random.NextNormal()).ToArray();
            var (gradient, expected) = (new double[position.Length], new double[position.Length]);
            Assert.Equal(written.Evaluate(position, expected), option.Evaluate(position, gradient), 1e-12);
            for (var i = 0; i < gradient.Length; i++)
            {
                Assert.Equal(expected[i], gradient[i], 1e-12 * (1 + Math.Abs(expected[i])));
            }
        }
    }

    [Fact]
    public void Draws_are_of_the_latent_itself()
    {
        // A few draws: rounding differs between the two, and trajectories let differences grow.
        var (option, written) = (new Uncentered(Y, Group, 2), new WrittenUncentered(Y, Group, 2));
        var (first, second) = (option.Sample(draws: 5, tune: 10, chains: 1, seed: 3), written.Sample(draws: 5, tune: 10, chains: 1, seed: 3));
        for (var t = 0; t < Y.Length; t++)
        {
            Assert.Equal(second.Level[t].Values.ToArray(), first.Level[t].Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        }
    }
}
