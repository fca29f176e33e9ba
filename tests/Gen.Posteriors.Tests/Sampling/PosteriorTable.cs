using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Gen.Posteriors.Tests.References;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>
/// The table of all posteriors, <c>POSTERIORS.md</c> beside the project: made by the full run only, which the environment asks for by
/// <c>GEN_POSTERIORS=full</c>. Posteriors that did not run keep the rows that they had.
/// </summary>
public sealed class PosteriorTable : IDisposable
{
    private const string Heading =
        """
        # All posteriors

        Made by `GEN_POSTERIORS=full dotnet test tests/Gen.Posteriors.Tests -c Release --filter PublishedPosteriorTests`, with fixed seeds.

        Four chains each. **z**: the largest distance from the reference, over every parameter, in Monte Carlo standard errors of both runs together; the test
        fails above 4. **gradients/eff.**: leapfrog steps of the kept draws for each effective draw (bulk) of the parameter that has the fewest. **lines**: our
        model's and Stan's, without comments and empty lines. The reference is posteriordb's draws, or where it has none a long run of Stan
        (`References/stan-summaries.json`).

        ¹ Without K_m and V_m, whose posterior variances are infinite: of these the quantiles at 5, 50 and 95 % are tested instead, by the same rule.

        | posterior | dim | draws/chain | target accept | z of means | z of sds | divergences | max R-hat | min ESS | gradients/eff. | seconds | lines | reference |
        | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
        """;

    private readonly Dictionary<string, string> rows = [];

    /// <summary>Whether the environment asks for the full run.</summary>
    public static bool IsAskedFor => Environment.GetEnvironmentVariable("GEN_POSTERIORS") == "full";

    /// <summary>Adds or replaces a row.</summary>
    public void Add(PosteriorRun run) => rows[run.Posterior.Name] = string.Create(
        CultureInfo.InvariantCulture,
        $"| {run.Posterior.Name} | {run.Dimension} | {run.Options.Draws} | {run.Options.TargetAccept} | {PosteriorRun.Largest(run.Means):F2} | {PosteriorRun.Largest(run.Deviations):F2}{Quantiles(run)} "
            + $"| {run.Divergences} | {run.Rhat:F4} | {run.EssBulk:F0} | {run.GradientsPerEffectiveDraw:F1} | {run.Seconds:F1} "
            + $"| {SourceFiles.LinesOfCode(run.Posterior.Model)} / {run.Posterior.StanLines} "
            + $"| {(PosteriorDatabase.HasReferenceDraws(run.Posterior.Name) ? "posteriordb" : "Stan")} |");

    private static string Quantiles(PosteriorRun run) =>
        run.Quantiles.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", quantiles {PosteriorRun.Largest(run.Quantiles):F2}¹");

    /// <summary>Writes the table of the full run.</summary>
    public void Dispose()
    {
        if (!IsAskedFor || rows.Count == 0)
        {
            return;
        }

        var path = Path.Combine(SourceFiles.Folder, "POSTERIORS.md");
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            var name = line.Split('|', StringSplitOptions.TrimEntries) is ["", var first, ..] ? first : "";
            if (PublishedPosteriors.All.Any(posterior => posterior.Name == name))
            {
                rows.TryAdd(name, line);
            }
        }

        File.WriteAllLines(path, [Heading, .. PublishedPosteriors.All.Where(posterior => rows.ContainsKey(posterior.Name)).Select(posterior => rows[posterior.Name])]);
    }
}
