using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Gen.Benchmarks.References;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;

namespace Gen.Benchmarks;

/// <summary>Times the gradients of the published posteriors beside Stan's, over the draws of a short run, as Stan's are.</summary>
internal static class PublishedGradients
{
    private const int Count = 20;
    private const int Turns = 60;
    private static readonly long Turn = Stopwatch.Frequency / 100;

    /// <summary>
    /// Prints microseconds for a gradient of each posterior, the fastest of many turns and their median, Stan's fastest repetitions, and the ratio to the
    /// fastest of these.
    /// </summary>
    public static void Measure(string? only)
    {
        var stan = StanBaseline.Find();
        Console.WriteLine(
            $"{"µs for a gradient",-54} {"dim",4} {"Gen",10} {"median",10} {"Stan 2.21",10} {"Stan 2.32",10} {"Stan here",10} {"Gen/Stan",8}");
        foreach (var posterior in PublishedPosteriors.All.Where(posterior => only is null || posterior.Name.Contains(only, StringComparison.Ordinal)))
        {
            var model = posterior.Load();
            var (fastest, median) = Time(posterior.Name, model.CreateLogDensity());
            var (older, newer) = stan.Stored(posterior.Name);
            var here = stan.Measure(posterior.Name);
            double?[] peers = [older, newer, here];
            Console.WriteLine(FormattableString.Invariant(
                $"{posterior.Name,-54} {model.CreateLogDensity().Dimension,4} {fastest,10:F3} {median,10:F3} {older,10:F3} {newer,10:F3} {here,10:F3} {fastest / peers.Min(),8:F2}"));
        }
    }

    /// <summary>Microseconds for a gradient: the fastest of many turns, and their median.</summary>
    public static (double Fastest, double Median) Time(string name, ILogDensity density)
    {
        var positions = Positions(name, density);
        var gradient = new double[density.Dimension];
        var times = new double[Turns];
        for (var turn = 0; turn < Turns; turn++)
        {
            var evaluations = 0;
            var start = Stopwatch.GetTimestamp();
            long elapsed;
            do
            {
                foreach (var position in positions)
                {
                    density.Evaluate(position, gradient);
                }

                evaluations += Count;
                elapsed = Stopwatch.GetTimestamp() - start;
            }
            while (elapsed < Turn);
            times[turn] = 1e6 * elapsed / Stopwatch.Frequency / evaluations;
        }

        Array.Sort(times);
        return (times[0], times[Turns / 2]);
    }

    /// <summary>Draws of a short run; with a folder in GEN_POSITIONS those that another build has left there, so that both are measured at the same.</summary>
    private static double[][] Positions(string name, ILogDensity density)
    {
        var file = Environment.GetEnvironmentVariable("GEN_POSITIONS") is { Length: > 0 } folder ? Path.Combine(folder, name + ".txt") : null;
        if (File.Exists(file))
        {
            return [.. File.ReadLines(file).Select(line => line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        }

        var run = MarkovChains.Sample(_ => density, new SamplingOptions { Chains = 1, Threads = 1, Tune = 100, Draws = Count, Seed = 11, MaxTreeDepth = 6 });
        double[][] positions = [.. Enumerable.Range(0, Count).Select(draw => run.Position(0, draw).ToArray())];
        if (file is not null)
        {
            File.WriteAllLines(file, positions.Select(position => string.Join(' ', position.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))));
        }

        return positions;
    }
}
