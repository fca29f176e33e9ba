using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Benchmarks.Robustness;
using Gen.Models;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;

namespace Gen.Benchmarks;

/// <summary>How often tuning ends well, over twenty seeds, on models that are known to be hard for it.</summary>
internal static class RobustTuning
{
    private const int Seeds = 20;

    /// <summary>The defaults, and Stan's: its schedule with the diagonal metric, steps of one size, latents as they are written.</summary>
    private static readonly (string Name, SamplingOptions Options)[] Ways =
    [
        ("defaults", new SamplingOptions()),
        ("Stan's", new SamplingOptions { Adaptation = AdaptationSchedule.Stan, Trajectory = Trajectory.NoUTurn, TargetAccept = 0.8 }),
    ];

    /// <summary>
    /// Prints, for each model and way of sampling: the runs whose largest R-hat is above 1.05 and above 1.1, the largest of all, the runs with a divergence, the smallest
    /// and the median of the runs' smallest effective sample sizes, and gradients of kept draws for each effective draw, the median.
    /// </summary>
    public static void Measure(string? only)
    {
        Console.WriteLine($"{Seeds + " seeds, 4 × (1000 + 1000) draws",-34} {"way",9} {"> 1.05",7} {"> 1.1",6} {"R-hat",7} {"diverged",9} {"least ESS",10} {"median",7} {"grad/ESS",9}");
        foreach (var (name, model) in Models().Where(entry => only is null || entry.Name.Contains(only, StringComparison.Ordinal)))
        {
            foreach (var (way, options) in Ways)
            {
                var runs = Enumerable.Range(1, Seeds).Select(seed => Run(model, options with { Seed = seed })).ToArray();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-34} {way,9} {runs.Count(run => !(run.Rhat <= 1.05)),7} {runs.Count(run => !(run.Rhat <= 1.1)),6} {runs.Max(run => run.Rhat),7:F3} {runs.Count(run => run.Divergences > 0),9} "
                        + $"{runs.Min(run => run.Ess),10:F0} {Median(runs.Select(run => run.Ess)),7:F0} {Median(runs.Select(run => run.Cost)),9:F1}"));
            }
        }
    }

    private static (double Rhat, double Ess, int Divergences, double Cost) Run(CompiledModel model, SamplingOptions options)
    {
        var (draws, statistics) = model.Sample(options);
        var rows = new Posterior(draws, statistics).Summary([.. model.Quantities.Where(quantity => quantity.Kind == QuantityKind.Latent).Select(quantity => quantity.Name)]).Rows;

        // A chain that never moved has no R-hat, and no draws that are worth any.
        var ess = rows.Min(row => double.IsNaN(row.EssBulk) ? 1 : row.EssBulk);
        return (rows.Max(row => double.IsNaN(row.Rhat) ? double.PositiveInfinity : row.Rhat), ess, statistics.Divergences, statistics.LeapfrogSteps.Sum(steps => (double)steps) / ess);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) : 0;

    private static IEnumerable<(string Name, CompiledModel Model)> Models()
    {
        var random = new RandomStream(2026);
        double Normal() => random.NextNormal();

        var (series, error) = (new double[200], 0.0);
        for (var t = 0; t < series.Length; t++)
        {
            var next = 0.4 * Normal();
            series[t] = 0.5 + (t == 0 ? 0 : 0.9 * series[t - 1]) + 0.5 * error + next;
            error = next;
        }

        yield return ("ARMA(1, 1), 200 values", new MovingAverage(series).Compiled);

        double[] year = [.. Enumerable.Range(0, 40).Select(t => (t - 19.5) / 20)];
        int[] count = [.. year.Select(x => (int)Distributions.Poisson.Draw(random, Math.Exp(4.5 + 0.8 * x - 0.3 * x * x - 0.9 * x * x * x + 0.1 * Normal())))];
        yield return ("Poisson mixed model, 40 years", new BreedingPairs(count, year, new Dim(40)).Compiled);

        int[] treatment = [.. Enumerable.Range(0, 40).Select(i => i % 5)], airport = [.. Enumerable.Range(0, 40).Select(i => i / 5)];
        double[] byAirport = [.. Enumerable.Range(0, 8).Select(_ => 0.3 * Normal())], byTreatment = [.. Enumerable.Range(0, 5).Select(_ => 0.05 * Normal())];
        double[] recovered = [.. Enumerable.Range(0, 40).Select(i => 0.45 + byTreatment[treatment[i]] + byAirport[airport[i]] + 0.2 * Normal())];
        yield return ("crossed effects, 5 × 8, flat scales", new Pilots(recovered, treatment, airport, new Dim(5), new Dim(8)).Compiled);

        var x = new double[100, 50];
        var y = new double[100];
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = 0; j < 50; j++)
                x[i, j] = Normal();
            y[i] = 2 * x[i, 0] - 1.5 * x[i, 1] + x[i, 2] + 0.5 * x[i, 3] + Normal();
        }

        yield return ("regularised horseshoe, 50", new Horseshoe(y, x, new Dim(50), 4.0 / 46 / Math.Sqrt(100)).Compiled);
        yield return ("eight schools, as written", new EightSchoolsCentered([15, 10, 16, 11, 9, 11, 10, 18], [28, 8, -3, 7, -1, 1, 18, 12]).Compiled);
    }

    private sealed class Posterior(IReadOnlyList<Draws> draws, SampleStatistics statistics) : ModelPosterior(draws, statistics);
}
