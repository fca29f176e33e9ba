using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// How many programs each grammar writes. All grammars together write <see cref="InContinuousIntegration"/>, or as many as the environment variable GEN_FUZZ says;
/// GEN_FUZZ_FROM moves their seeds: what it skips are those that were written before.
/// </summary>
internal static class Campaign
{
    private const int InContinuousIntegration = 500;

    // What the shares of all grammars add up to.
    private const int Shares = 610;
    private const int ModelsPerCompilation = 40;
    private const int MostReported = 8;

    /// <summary>The seeds of a grammar, from its first one on.</summary>
    /// <param name="first">The first.</param>
    /// <param name="share">How many of <see cref="Shares"/> programs are its own.</param>
    public static IEnumerable<int> Seeds(int first, int share) =>
        Enumerable.Range(first + Setting("GEN_FUZZ_FROM", 0), (int)((long)Setting("GEN_FUZZ", InContinuousIntegration) * share / Shares));

    /// <summary>Compares the models of seeds in every way that there is, and shows the smallest that fail of each kind.</summary>
    public static void Run(Func<int, FuzzModel> write, int first, int share, int points, params int[] failedOnce) => Run(write, Seeds(first, share), points, failedOnce);

    /// <summary>The same of several ranges of seeds.</summary>
    public static void Run(Func<int, FuzzModel> write, IEnumerable<int> seeds, int points, params int[] failedOnce)
    {
        int[] all = [.. seeds.Union(failedOnce)];
        var failures = all.Chunk(ModelsPerCompilation).SelectMany(chunk => Trial.Run([.. chunk.Select(write)], points)).ToList();

        // One of each kind is worth more than many of one.
        var shown = failures.GroupBy(failure => failure.Kind).Select(kind => kind.MinBy(failure => failure.Model.Statements.Count)!).Take(MostReported).Select(failure => Trial.Shrink(failure, points));
        Assert.True(
            failures.Count == 0,
            $"{failures.Count} of {all.Length} fail: {string.Join("; ", failures.GroupBy(failure => failure.Kind).Select(kind => $"{kind.Key}: {string.Join(" ", kind.Select(failure => failure.Model.Seed))}"))}\n\n{string.Join("\n\n", shown)}");
    }

    /// <summary>Compares programs that are held against oracles of their own: what was found amiss of each is text.</summary>
    public static void Run(Func<int, string> write, Func<int, string> type, int first, int share, params int[] failedOnce)
    {
        int[] all = [.. Seeds(first, share).Union(failedOnce)];
        var failures = all.Chunk(ModelsPerCompilation).SelectMany(chunk => Problems.Of(chunk, write, type)).ToList();
        Assert.True(failures.Count == 0, $"{failures.Count} of {all.Length} fail: {string.Join(" ", failures.Select(failure => failure.Seed))}\n\n{string.Join("\n\n", failures.Take(MostReported).Select(failure => failure.Text))}");
    }

    private static int Setting(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : standard;
}
