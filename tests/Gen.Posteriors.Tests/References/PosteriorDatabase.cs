using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Gen.Posteriors.Tests.References;

/// <summary>A parameter's moments in a reference posterior, and their Monte Carlo standard errors.</summary>
public sealed record ReferenceMoments(double Mean, double Sd, double McseMean, double McseSd)
{
    /// <summary>The number of reference draws, which are as good as independent; 0 where the moments come from a run of Stan.</summary>
    public int Draws { get; init; }

    /// <summary>The quantiles at 5, 50 and 95 % of reference draws; empty where the moments come from a run of Stan.</summary>
    public IReadOnlyList<(double Probability, double Value)> Quantiles { get; init; } = [];
}

/// <summary>
/// Data and reference posteriors of posteriordb (Magnusson et al. 2024), read from the folder <c>shared/posteriordb</c> of a folder above.
/// </summary>
public static class PosteriorDatabase
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Folder { get; } = Above("shared/posteriordb");

    /// <summary>Stan's log-densities and gradients at known points, or null where there are none.</summary>
    public static string? StanBaseline { get; } = Above("shared/peers/stan/baseline.json");

    /// <summary>The data of a posterior.</summary>
    public static PublishedData Data(string posterior) => new(Read(posterior, "data.json"));

    /// <summary>Whether posteriordb itself has reference draws of a posterior, or a long run of Stan stands in.</summary>
    public static bool HasReferenceDraws(string posterior) => File.Exists(Path.Combine(Folder!, posterior, "reference.json"));

    /// <summary>Whether there is either.</summary>
    public static bool HasReference(string posterior) => HasReferenceDraws(posterior) || Find(Parse(Own("stan-summaries.json")), posterior) is not null;

    /// <summary>
    /// The reference moments of a posterior by parameter, which Stan counts from 1: <c>theta[1]</c>. They are those of posteriordb's draws, or, where
    /// there are none, of a long run of Stan (<c>stan-summaries.json</c>, made by <c>stan-summaries.R</c>); none where there is neither.
    /// </summary>
    public static IReadOnlyDictionary<string, ReferenceMoments> Reference(string posterior)
    {
        if (!HasReference(posterior))
        {
            return new Dictionary<string, ReferenceMoments>();
        }

        var root = HasReferenceDraws(posterior) ? Read(posterior, "reference.json") : Find(Parse(Own("stan-summaries.json")), posterior)!.Value;
        var draws = HasReferenceDraws(posterior) ? root.GetProperty("draws").GetInt32() : 0;
        return root.GetProperty("parameters").EnumerateObject().ToDictionary(
            parameter => parameter.Name,
            parameter =>
            {
                double Number(string name) => parameter.Value.GetProperty(name).GetDouble();
                return new ReferenceMoments(Number("mean"), Number("sd"), Number("mcse_mean"), Number("mcse_sd"))
                {
                    Draws = draws, Quantiles = draws == 0 ? [] : [(0.05, Number("q05")), (0.5, Number("q50")), (0.95, Number("q95"))],
                };
            });
    }

    /// <summary>
    /// Stan's log-density with constants, and the first elements of its gradient, where the posterior says (<see cref="PublishedPosterior.CheckedAt"/>): as the
    /// baseline has them, or as <c>stan-checks.json</c> beside this file, for the posteriors that the baseline lacks, and for differential equations with
    /// tolerances of 1e-12 instead of the program's.
    /// </summary>
    public static (double LogDensity, double[] Gradient, double Norm) StanCheck(string posterior)
    {
        var entry = Find(Parse(Own("stan-checks.json")), posterior) ?? Find(Parse(StanBaseline!), posterior)
            ?? throw new ArgumentException($"no log-density of Stan's for {posterior}", nameof(posterior));
        var check = entry.GetProperty("check");
        return (
            check.GetProperty("lp_with_constants").GetDouble(),
            [.. check.GetProperty("gradient_head").EnumerateArray().Select(element => element.GetDouble())],
            check.GetProperty("gradient_norm").GetDouble());
    }

    private static string Own(string file) => Path.Combine(AppContext.BaseDirectory, "References", file);

    private static JsonElement? Find(JsonElement root, string posterior) =>
        root.GetProperty("entries").EnumerateArray().Where(entry => entry.GetProperty("posterior").GetString() == posterior)
            .Select(entry => (JsonElement?)entry).FirstOrDefault();

    private static JsonElement Read(string posterior, string file) => Parse(Path.Combine(Folder!, posterior, file));

    private static JsonElement Parse(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
