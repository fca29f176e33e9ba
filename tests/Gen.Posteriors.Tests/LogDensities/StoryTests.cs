using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Gen.Sampling;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>
/// Models as users write them, with loops, carried numbers, switches, methods of their own and matrices: the emitted log-density is that of the body
/// executed as C#, and its gradient that of differences.
/// </summary>
public class StoryTests
{
    private static readonly Vector Series = Enumerable.Range(0, 21).Select(t => 0.3 * t + Math.Sin(2 * t)).ToArray();
    private static readonly LocalLevel Level = new(Series);
    private static readonly MediaMix Mix = new(Spend(21, 2), Series, testSpend: 3, lift: 1.2);
    private static readonly NeuralNetwork Network = new(SyntheticData.Matrix(21, 3), Series, hidden: 4);
    private static readonly Autoencoder Squeeze = new(SyntheticData.Matrix(21, 3), hidden: 2);
    private static readonly TwoGroups Groups = new(Series);
    private static readonly Incidents Counts = new(
        [.. Enumerable.Range(0, 21).Select(i => i * 5 % 4)], Enumerable.Range(0, 21).Select(i => 1 + 0.1 * i).ToArray(), [.. Enumerable.Range(0, 21).Select(i => i % 3)],
        isWeekend: true);

    /// <summary>Each model's log-density, and the same by its body: that of the values at a position, and the log of the Jacobian.</summary>
    private static readonly Dictionary<string, (Func<ILogDensity> Emitted, Func<double[], double> Executed)> Models = new()
    {
        ["LocalLevel"] = (() => Level.CreateLogDensity(), u => u[1] + u[2] + Level.Trace(new() { Drift = u[0], Scale = Math.Exp(u[1]), Nu = Math.Exp(u[2]), Level = u[3..] }).LogDensity),
        ["MediaMix"] = (() => Mix.CreateLogDensity(), u => LogisticSlope(u[0]) + LogisticSlope(u[1]) + u[2..6].Sum() + u[7] + Mix.Trace(new()
        {
            Decay = new[] { Logistic(u[0]), Logistic(u[1]) },
            Half = new[] { Math.Exp(u[2]), Math.Exp(u[3]) },
            Slope = new[] { Math.Exp(u[4]), Math.Exp(u[5]) },
            Baseline = u[6],
            Sigma = Math.Exp(u[7]),
        }).LogDensity),
        ["NeuralNetwork"] = (() => Network.CreateLogDensity(), u => u[20] + Network.Trace(new()
        {
            W1 = new double[,] { { u[0], u[1], u[2], u[3] }, { u[4], u[5], u[6], u[7] }, { u[8], u[9], u[10], u[11] } },
            B1 = u[12..16],
            W2 = u[16..20],
            Sigma = Math.Exp(u[20]),
        }).LogDensity),
        ["Autoencoder"] = (() => Squeeze.CreateLogDensity(), u => Squeeze.Trace(new()
        {
            Down = new double[,] { { u[0], u[1] }, { u[2], u[3] }, { u[4], u[5] } },
            Up = new double[,] { { u[6], u[7], u[8] }, { u[9], u[10], u[11] } },
        }).LogDensity),
        ["TwoGroups"] = (() => Groups.CreateLogDensity(), u => LogisticSlope(u[0]) + u[3]
            + Groups.Trace(new() { Share = Logistic(u[0]), Centre = u[1..3], Sigma = Math.Exp(u[3]) }).LogDensity),
        ["Incidents"] = (() => Counts.CreateLogDensity(), u => u[3] + Counts.Trace(new() { Rate = u[..3], Dispersion = Math.Exp(u[3]) }).LogDensity),
    };

    public static TheoryData<string> Names() => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_log_density_is_that_of_the_body(string model)
    {
        var (emitted, executed) = (Models[model].Emitted(), Models[model].Executed);
        foreach (var position in Positions(emitted.Dimension))
        {
            var expected = executed(position);
            Assert.Equal(expected, emitted.Evaluate(position, new double[position.Length]), 1e-10 * (1 + Math.Abs(expected)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_that_of_differences(string model)
    {
        const double Step = 1e-4;
        var (emitted, executed) = (Models[model].Emitted(), Models[model].Executed);
        foreach (var position in Positions(emitted.Dimension))
        {
            var gradient = new double[position.Length];
            var value = emitted.Evaluate(position, gradient);
            for (var i = 0; i < position.Length; i++)
            {
                double Shifted(double by)
                {
                    double[] shifted = [.. position];
                    shifted[i] += by;
                    return executed(shifted);
                }

                var slope = (8 * (Shifted(Step) - Shifted(-Step)) - (Shifted(2 * Step) - Shifted(-2 * Step))) / (12 * Step);
                Assert.Equal(slope, gradient[i], 1e-8 * (1 + Math.Abs(value) + gradient.Max(Math.Abs)));
            }
        }
    }

    private static IEnumerable<double[]> Positions(int dimension)
    {
        var random = new RandomStream(8);
        return Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, dimension).Select(_ => 0.7 * random.NextNormal()).ToArray());
    }

    private static Matrix Spend(int weeks, int channels)
    {
        var spend = new double[weeks, channels];
        for (var t = 0; t < weeks; t++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                spend[t, channel] = (t * 7 + channel * 3) % 5;
            }
        }

        return spend;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double LogisticSlope(double x) => Math.Log(Logistic(x) * Logistic(-x));
}
