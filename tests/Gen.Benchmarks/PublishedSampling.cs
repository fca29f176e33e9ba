using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Gen.Benchmarks.References;
using Gen.Models;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;

namespace Gen.Benchmarks;

/// <summary>How well the published posteriors are sampled at the default settings, and what that costs.</summary>
internal static class PublishedSampling
{
    private static readonly SamplingOptions Options = new() { Seed = 1, Threads = 1 };

    /// <summary>
    /// Prints, for each posterior and metric: divergences, the largest R-hat and the smallest bulk ESS of its unconstrained coordinates, gradients of kept draws
    /// for each effective draw, the time of four chains one after another, tuning included, the share of it that is not spent in gradients, and effective draws
    /// for each second; beside Stan's. Gradients are timed apart, at draws.
    /// </summary>
    public static void Measure(string? only)
    {
        var stan = StanBaseline.Find();
        Console.WriteLine($"{"4 × (1000 + 1000) draws, seed 1",-54} {"metric",8} {"div",5} {"R-hat",6} {"ESS",6} {"grad/ESS",9} {"Stan",8} {"seconds",8} {"beside",7} {"ESS/s",9} {"Stan",8} {"ratio",7}");
        var ratios = new Dictionary<MetricKind, List<double>> { [MetricKind.Diagonal] = [], [MetricKind.LowRank] = [] };
        foreach (var posterior in PublishedPosteriors.All.Where(posterior => only is null || posterior.Name.Contains(only, StringComparison.Ordinal)))
        {
            foreach (var metric in ratios.Keys)
            {
                var (run, seconds, gradients) = Run(posterior.Load(), Options with { Metric = metric });
                var coordinates = Enumerable.Range(0, run.Dimension).Select(i => Coordinate(run, i)).ToArray();
                var ess = coordinates.Min(coordinate => coordinate.EssBulk);
                var (perDraw, perSecond) = stan.Sampling(posterior.Name);
                var ratio = ess / seconds / perSecond;
                if (ratio is { } known)
                {
                    ratios[metric].Add(known);
                }

                Console.WriteLine(FormattableString.Invariant(
                    $"{posterior.Name,-54} {metric,8} {run.Statistics.Diverging.Count(diverging => diverging),5} {coordinates.Max(coordinate => coordinate.Rhat),6:F3} {ess,6:F0} {run.Statistics.LeapfrogSteps.Sum() / ess,9:F1} {perDraw,8:F1} {seconds,8:F3} {1 - gradients / seconds,7:P0} {ess / seconds,9:F0} {perSecond,8:F1} {ratio,7:F1}"));
            }
        }

        foreach (var (metric, known) in ratios.Where(entry => entry.Value.Count > 0))
        {
            Console.WriteLine(FormattableString.Invariant($"{metric}: geometric mean of {known.Count} ratios {Math.Exp(known.Average(Math.Log)):F1}"));
        }
    }

    /// <summary>A run, its seconds and those of its gradients. A first run, of few draws, has the code compiled.</summary>
    private static (SamplingResult Run, double Seconds, double Gradients) Run(CompiledModel model, SamplingOptions options)
    {
        MarkovChains.Sample(_ => model.CreateLogDensity(), options with { Seed = 2, Tune = 100, Draws = 50, Chains = 1 });
        var densities = Enumerable.Range(0, options.Chains).Select(_ => Counted.Of(model.CreateLogDensity())).ToArray();
        var start = Stopwatch.GetTimestamp();
        var run = MarkovChains.Sample(chain => densities[chain], options);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var count = densities.Sum(density => density.Count);
        var timed = (int)Math.Min(count, 20_000);
        var gradient = new double[run.Dimension];
        start = Stopwatch.GetTimestamp();
        for (var i = 0; i < timed; i++)
        {
            densities[0].Evaluate(run.Position(i % run.Chains, i % run.DrawsPerChain), gradient);
        }

        return (run, seconds, Stopwatch.GetElapsedTime(start).TotalSeconds * count / timed);
    }

    private static ScalarDraws Coordinate(SamplingResult run, int coordinate) =>
        new("", [.. Enumerable.Range(0, run.Chains * run.DrawsPerChain).Select(draw => run.Positions[draw * run.Dimension + coordinate])], run.Chains);

    private class Counted(ILogDensity density) : ILogDensity
    {
        public long Count { get; private set; }

        public int Dimension => density.Dimension;

        /// <summary>One that tuning recentres as it does the density.</summary>
        public static Counted Of(ILogDensity density) => density is IRecentering recentering ? new Recentering(recentering) : new Counted(density);

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            Count++;
            return density.Evaluate(position, gradient);
        }

        private sealed class Recentering(IRecentering density) : Counted(density), IRecentering
        {
            public void Mark(Span<double> written) => density.Mark(written);

            public double Center(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, Span<double> coordinates, Span<double> locations, Span<double> logScales) =>
                density.Center(position, centering, coordinates, locations, logScales);

            public void Pull(ReadOnlySpan<double> position, ReadOnlySpan<double> centering, ReadOnlySpan<double> slopes, Span<double> gradient) =>
                density.Pull(position, centering, slopes, gradient);
        }
    }
}
