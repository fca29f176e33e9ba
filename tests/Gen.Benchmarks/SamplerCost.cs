using System;
using System.Diagnostics;
using System.Linq;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;

namespace Gen.Benchmarks;

/// <summary>How much of a run is the sampler's own: what is left of its time when the log-density's is taken off.</summary>
internal static class SamplerCost
{
    private const int Fewest = 5;
    private const int Most = 15;
    private const int Runs = 25;
    private const double Seconds = 5;

    /// <summary>
    /// Prints, for posteriors of about ten parameters, how often a chain of 1000 + 1000 draws evaluates the log-density, how long that takes by itself, the fastest of
    /// the runs of some seconds on one thread, by which the runtime has compiled all that a cheap one repeats, and the share of that which is spent outside the log-density.
    /// </summary>
    public static void Measure(string? only)
    {
        Console.WriteLine($"{"a chain of 1000 + 1000 draws",-54} {"dim",4} {"gradients",10} {"µs each",9} {"ms",9} {"sampler",8}");
        foreach (var posterior in PublishedPosteriors.All.Where(posterior => only is null || posterior.Name.Contains(only, StringComparison.Ordinal)))
        {
            var density = posterior.Load().CreateLogDensity();
            if (only is null && density.Dimension is < Fewest or > Most)
            {
                continue;
            }

            var fastest = double.PositiveInfinity;
            long evaluations = 0;
            var began = Stopwatch.GetTimestamp();
            for (var run = 0; run < Runs && (run == 0 || Stopwatch.GetElapsedTime(began).TotalSeconds < Seconds); run++)
            {
                var counted = new Counted(density);
                var start = Stopwatch.GetTimestamp();
                MarkovChains.Sample(_ => counted, new SamplingOptions { Chains = 1, Threads = 1, Seed = 1 });
                (fastest, evaluations) = (Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMicroseconds), counted.Evaluations);
            }

            var each = PublishedGradients.Time(posterior.Name, density).Fastest;
            Console.WriteLine(FormattableString.Invariant(
                $"{posterior.Name,-54} {density.Dimension,4} {evaluations,10} {each,9:F3} {fastest / 1000,9:F1} {1 - evaluations * each / fastest,8:P0}"));
        }
    }

    /// <summary>A log-density that counts; it is sampled in its own coordinates.</summary>
    private sealed class Counted(ILogDensity density) : ILogDensity
    {
        public long Evaluations { get; private set; }

        public int Dimension => density.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            Evaluations++;
            return density.Evaluate(position, gradient);
        }
    }
}
