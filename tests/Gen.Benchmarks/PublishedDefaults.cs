using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Gen.Models;
using Gen.Posteriors.Tests.References;
using Gen.Posteriors.Tests.Sampling;

namespace Gen.Benchmarks;

/// <summary>What becomes of the published posteriors when nothing is set but the seed.</summary>
internal static class PublishedDefaults
{
    private const double MostRhat = 1.01;
    private const double FewestEffective = 400;
    private const double MostErrors = 4;

    private const string Heading =
        """
        # All posteriors at the defaults

        Made by `dotnet run -c Release --project tests/Gen.Benchmarks -- defaults`: `Sample(seed: 1)`, 2 and 3, nothing else set. The three figures of a cell are those of the seeds.

        **R-hat** and **ESS**: the largest, and the smallest of bulk and tails, of all elements of all latents. **div.**: divergences. **z**: the largest distance of a mean or a
        standard deviation from the reference, in Monte Carlo standard errors of both, where there is a reference. A posterior is **well** sampled when in every run R-hat is at most
        1.01, ESS at least 400, nothing diverged and z is at most 4. **verdict**: what `posterior.Statistics.Verdict` says of those that are not, in the first run that is not.

        | posterior | dim | R-hat | ESS | div. | z | seconds | well | verdict |
        | --- | --: | --: | --: | --: | --: | --: | :-: | --- |
        """;

    private static readonly long[] Seeds = [1, 2, 3];

    /// <summary>Samples the posteriors with three seeds each, prints a row of the table for each, and writes the table; posteriors that did not run keep their rows.</summary>
    public static void Measure(string? only)
    {
        var path = Path.Combine(SourceFiles.Folder, "DEFAULTS.md");
        foreach (var posterior in PublishedPosteriors.All.Where(posterior => only is null || posterior.Name.Contains(only, StringComparison.Ordinal)))
        {
            var row = Row(posterior, [.. Seeds.Select(seed => PosteriorRun.Of(posterior, new SamplingOptions { Seed = seed }))]);
            Console.WriteLine(row);
            PublishedTable.Write(path, Heading, posterior.Name, row);
        }
    }

    private static string Row(PublishedPosterior posterior, PosteriorRun[] runs)
    {
        string[] latents = [.. posterior.Load().Quantities.Where(quantity => quantity.Kind == QuantityKind.Latent).Select(quantity => quantity.Name)];
        var found = runs.Select(run => (Run: run, new Posterior(run).Summary(latents).Rows)).Select(entry => new
        {
            entry.Run,
            Rhat = entry.Rows.Max(row => row.Rhat),
            Ess = entry.Rows.Min(row => Math.Min(row.EssBulk, row.EssTail)),
            Z = posterior.IsCompared ? PosteriorRun.Largest(entry.Run.Comparisons) : 0,
        }).ToArray();
        var ill = Array.Find(found, run => !(run.Rhat <= MostRhat && run.Ess >= FewestEffective && run.Run.Divergences == 0 && run.Z <= MostErrors));
        string Cell(Func<int, FormattableString> text) => string.Join(' ', Enumerable.Range(0, found.Length).Select(k => text(k).ToString(CultureInfo.InvariantCulture)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {posterior.Name} | {runs[0].Dimension} | {Cell(k => $"{found[k].Rhat:F3}")} | {Cell(k => $"{found[k].Ess:F0}")} | {Cell(k => $"{runs[k].Divergences}")} "
                + $"| {(posterior.IsCompared ? Cell(k => $"{found[k].Z:F1}") : "")} | {Cell(k => $"{runs[k].Seconds:F1}")} | {(ill is null ? "yes" : "no")} | {ill?.Run.Statistics.Verdict} |");
    }

    /// <summary>The draws of a run, to be summarised as a user's posterior is.</summary>
    private sealed class Posterior(PosteriorRun run) : ModelPosterior(run.Draws, run.Statistics);
}
