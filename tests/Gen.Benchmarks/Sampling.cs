using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Gen.Benchmarks.References;
using Gen.Models;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;

namespace Gen.Benchmarks;

/// <summary>How well the published posteriors are sampled at the default settings, and what it costs.</summary>
internal static class Sampling
{
    /// <summary>
    /// Prints, for each posterior: divergences, the largest R-hat and the smallest bulk ESS of its unconstrained coordinates, gradients of kept draws for
    /// each effective draw, the share of a run's time that is not spent in gradients, and effective draws for each CPU second with tuning, beside Stan's.
    /// </summary>
    public static void Measure(string? only)
    {
        var stan = StanBaseline.Find();
        Console.WriteLine(
            $"{"4 × (1000 + 1000) draws, seed 1",-54} {"dim",4} {"div",5} {"R-hat",6} {"ESS",6} {"grad/ESS",9} {"Stan",8} {"seconds",8} {"beside",7} {"ESS/s",9} {"Stan",8} {"ratio",7}");
        var ratios = new System.Collections.Generic.List<double>();
        foreach (var posterior in PublishedPosteriors.All.Where(posterior => only is null || posterior.Name.Contains(only, StringComparison.Ordinal)))
        {
            var model = posterior.Load();
            var run = Run(model, out var seconds, out var beside);
            var elements = Enumerable.Range(0, run.Dimension).Select(i => Coordinate(run, i)).ToArray();
            var (ess, rhat) = (elements.Min(element => element.EssBulk), elements.Max(element => element.Rhat));
            var gradients = run.Statistics.LeapfrogSteps.Sum() / ess;
            var (theirs, perSecond) = stan.Sampling(posterior.Name);
            var ratio = ess / seconds / perSecond;
            if (ratio is { } known)
                ratios.Add(known);
            Console.WriteLine(FormattableString.Invariant(
                $"{posterior.Name,-54} {run.Dimension,4} {run.Statistics.Diverging.Count(diverging => diverging),5} {rhat,6:F3} {ess,6:F0} {gradients,9:F1} {theirs,8:F1} {seconds,8:F3} {beside,7:P0} {ess / seconds,9:F0} {perSecond,8:F1} {ratio,7:F1}"));
        }

        if (ratios.Count > 0)
            Console.WriteLine(FormattableString.Invariant($"geometric mean of {ratios.Count} ratios: {Math.Exp(ratios.Average(Math.Log)):F1}"));
    }

    /// <summary>Chains one after another on one thread; a first run, of few draws, has the code compiled.</summary>
    private static SamplingResult Run(CompiledModel model, out double seconds, out double beside)
    {
        MarkovChains.Sample(_ => model.CreateLogDensity(), new SamplingOptions { Seed = 2, Tune = 100, Draws = 50, Chains = 1, Threads = 1 });
        var densities = Enumerable.Range(0, 4).Select(_ => new Timed(model.CreateLogDensity())).ToArray();
        var start = Stopwatch.GetTimestamp();
        var run = MarkovChains.Sample(chain => densities[chain], new SamplingOptions { Seed = Seed, Threads = 1, Metric = Kind });
        seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var count = densities.Sum(density => density.Count);
        var position = run.Position(0, 0).ToArray();
        var gradient = new double[position.Length];
        var alone = Stopwatch.GetTimestamp();
        var some = (int)Math.Clamp(count, 1, 20_000);
        for (var i = 0; i < some; i++)
            densities[0].Evaluate(run.Position(i % 4, i % 1000), gradient);
        beside = 1 - Stopwatch.GetElapsedTime(alone).TotalSeconds / some * count / seconds;
        return run;
    }

    private static ScalarDraws Coordinate(SamplingResult run, int coordinate) =>
        new("", [.. Enumerable.Range(0, run.Chains * run.DrawsPerChain).Select(draw => run.Positions[draw * run.Dimension + coordinate])], run.Chains);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("GEN_SEED") ?? "1", CultureInfo.InvariantCulture);

    private static MetricKind? Kind => Enum.TryParse<MetricKind>(Environment.GetEnvironmentVariable("GEN_METRIC"), out var kind) ? kind : null;

    private sealed class Timed(ILogDensity density) : ILogDensity
    {
        public long Count { get; private set; }

        public int Dimension => density.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            Count++;
            return density.Evaluate(position, gradient);
        }
    }
}
