using System;
using System.Runtime.InteropServices;
using System.IO;
using Gen.Sampling;

namespace Gen.Tests.Sampling;

/// <summary>A run of some seconds on two threads, which <see cref="Program"/> makes in a process of its own.</summary>
internal static class LongRun
{
    private const int Leaves = 8;

    /// <summary>The line that is written before anything else is done.</summary>
    public const string Begun = "begun";

    // A search for starting points would have to be made again by a process that was killed within it.
    public static SamplingOptions Options { get; } = new()
    {
        Tune = 600, Draws = 1500, Chains = 4, Seed = 8, Threads = 2, InitialPoint = new double[1 + Leaves], CheckpointInterval = TimeSpan.FromMilliseconds(20),
    };

    public static SamplingResult Run(SamplingOptions options) => MarkovChains.Sample(_ => new Slow(), options);

    /// <summary>Samples with a checkpoint, and writes the draws and what has been learnt.</summary>
    public static void Run(string checkpoint, string output)
    {
        Console.WriteLine(Begun);
        var result = Run(Options with { Checkpoint = checkpoint });
        File.WriteAllBytes(output, Bytes(result));
    }

    public static byte[] Bytes(SamplingResult result)
    {
        using var stream = new MemoryStream();
        stream.Write(MemoryMarshal.AsBytes<double>(result.Positions));
        stream.Write(MemoryMarshal.AsBytes<double>(result.Statistics.Energy));
        stream.Write(MemoryMarshal.AsBytes<double>(result.Statistics.StepSize));
        stream.Write(MemoryMarshal.AsBytes<double>(result.Statistics.Centering));
        stream.Write(MemoryMarshal.AsBytes<int>(result.Statistics.LeapfrogSteps));
        foreach (var tuning in result.Tuning)
            stream.Write(MemoryMarshal.AsBytes<double>(tuning.InverseMass));
        return stream.ToArray();
    }

    private sealed class Slow() : CenteredFunnel(Leaves)
    {
        private const int Times = 15_000;

        public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            var value = 0.0;
            for (var i = 0; i < Times; i++)
                value = base.Evaluate(position, gradient);
            return value;
        }
    }
}
