using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Gen.Benchmarks.References;

/// <summary>
/// Stan's microseconds for a gradient, the fastest repetition: those of <c>shared/peers/stan/baseline*.json</c>, measured once on another machine, and, where
/// rstan is installed, those of this machine now.
/// </summary>
internal sealed class StanBaseline
{
    private readonly string? scripts;
    private readonly Dictionary<string, double>[] stored;
    private readonly Dictionary<string, (double? Gradients, double? PerSecond)> sampling = [];
    private readonly bool isInstalled;

    private StanBaseline(string? scripts)
    {
        this.scripts = scripts;
        stored = [Read("baseline.json"), Read("baseline_stan_2_32.json")];
        isInstalled = scripts is not null && Environment.GetEnvironmentVariable("STAN_PROGRAMS") is not null
            && Environment.GetEnvironmentVariable("STAN_DATA") is not null;
    }

    /// <summary>What a folder above has of Stan.</summary>
    public static StanBaseline Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "peers", "stan");
            if (Directory.Exists(candidate))
            {
                return new(candidate);
            }
        }

        return new(null);
    }

    /// <summary>The stored figures of Stan 2.21 and 2.32, null where there is none.</summary>
    public (double? Older, double? Newer) Stored(string posterior) =>
        (stored[0].TryGetValue(posterior, out var older) ? older : null, stored[1].TryGetValue(posterior, out var newer) ? newer : null);

    /// <summary>Stan 2.21's gradients of kept draws for each effective draw, and effective draws for each second of sampling and tuning, at its defaults.</summary>
    public (double? Gradients, double? PerSecond) Sampling(string posterior) => sampling.TryGetValue(posterior, out var figures) ? figures : (null, null);

    /// <summary>
    /// Measures Stan now, by the peers' own script: null unless <c>STAN_PROGRAMS</c> and <c>STAN_DATA</c> name folders of Stan programs and of data, each file
    /// named by its posterior. The first time, a program compiles for half a minute.
    /// </summary>
    public double? Measure(string posterior)
    {
        if (!isInstalled)
        {
            return null;
        }

        var start = new ProcessStartInfo("Rscript", [Path.Combine(scripts!, "bench_gradient.R"), posterior, posterior])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        var answer = lines.LastOrDefault(line => line.StartsWith('{'));
        using var document = answer is null ? null : JsonDocument.Parse(answer);
        return document?.RootElement.GetProperty("us_min").GetDouble();
    }

    private Dictionary<string, double> Read(string file)
    {
        if (scripts is null || !File.Exists(Path.Combine(scripts, file)))
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(scripts, file)));
        var figures = new Dictionary<string, double>();
        foreach (var entry in document.RootElement.GetProperty("entries").EnumerateArray())
        {
            if (entry.GetProperty("posterior").GetString() is { } posterior && entry.TryGetProperty("gradient", out var gradient)
                && gradient.TryGetProperty("us_fastest", out var microseconds))
            {
                figures[posterior] = microseconds.GetDouble();
            }

            if (entry.GetProperty("posterior").GetString() is { } sampled && entry.TryGetProperty("ess", out var ess)
                && ess.TryGetProperty("ess_per_gradient", out var perGradient))
            {
                sampling.TryAdd(sampled, (1 / perGradient.GetDouble(), ess.GetProperty("ess_per_s").GetDouble()));
            }
        }

        return figures;
    }
}
