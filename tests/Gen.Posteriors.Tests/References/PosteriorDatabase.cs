using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Gen.Posteriors.Tests.References;

/// <summary>A reference posterior's moments and their Monte Carlo standard errors.</summary>
public sealed record ReferenceMoments(double Mean, double Sd, double McseMean, double McseSd);

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

    /// <summary>The reference moments of a posterior by parameter, which Stan counts from 1: <c>theta[1]</c>.</summary>
    public static IReadOnlyDictionary<string, ReferenceMoments> Reference(string posterior) =>
        Read(posterior, "reference.json").GetProperty("parameters").EnumerateObject().ToDictionary(
            parameter => parameter.Name,
            parameter => new ReferenceMoments(
                parameter.Value.GetProperty("mean").GetDouble(),
                parameter.Value.GetProperty("sd").GetDouble(),
                parameter.Value.GetProperty("mcse_mean").GetDouble(),
                parameter.Value.GetProperty("mcse_sd").GetDouble()));

    /// <summary>Stan's log-density with constants, and the first elements of its gradient, at u[i] = 0.3 sin(i), i from 1.</summary>
    public static (double LogDensity, double[] Gradient, double Norm) StanCheck(string posterior)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(StanBaseline!));
        var check = document.RootElement.GetProperty("entries").EnumerateArray()
            .First(entry => entry.GetProperty("posterior").GetString() == posterior).GetProperty("check");
        return (
            check.GetProperty("lp_with_constants").GetDouble(),
            [.. check.GetProperty("gradient_head").EnumerateArray().Select(element => element.GetDouble())],
            check.GetProperty("gradient_norm").GetDouble());
    }

    private static JsonElement Read(string posterior, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, posterior, file)));
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
