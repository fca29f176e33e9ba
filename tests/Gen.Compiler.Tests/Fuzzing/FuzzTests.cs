using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random models: they compile without warnings, and emitted code, interpreter and executed body agree on log-density and gradient. The environment
/// variable GEN_FUZZ sets the number of models, spread over the ranges of seeds (<see cref="ModelWriter.FirstWideSeed"/>, <see
/// cref="ModelWriter.FirstStructuredSeed"/>, <see cref="ModelWriter.FirstNamedSeed"/>); GEN_FUZZ_FROM takes them all from one seed on instead.
/// </summary>
public sealed class FuzzTests
{
    private const int Points = 20;
    private const int ModelsInContinuousIntegration = 200;
    private const int ModelsPerCompilation = 50;
    private const int MostReported = 8;

    /// <summary>Seeds that have failed once: the defects behind them must not return.</summary>
    private static readonly int[] FailedOnce = [14, 33, 53, 62, 82, 88, 93, 106, 120, 122, 173, 180, 289, 821, 1353, 1607, 1960, 2402, 2518, 100117, 200043, 200378];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        var (count, from) = (Setting("GEN_FUZZ", ModelsInContinuousIntegration), Setting("GEN_FUZZ_FROM", -1));
        var failures = new List<Failure>();
        var chosen = from < 0 ? Spread(count) : Enumerable.Range(from, count);
        foreach (var seeds in chosen.Union(FailedOnce).Chunk(ModelsPerCompilation))
        {
            failures.AddRange(Trial.Run([.. seeds.Select(ModelWriter.Write)], Points));
        }

        // One of each kind is worth more than many of one.
        var shown = failures.GroupBy(f => f.Kind).Select(kind => kind.MinBy(f => f.Model.Statements.Count)!).Take(MostReported).Select(f => Trial.Shrink(f, Points));
        Assert.True(
            failures.Count == 0,
            $"{failures.Count} of {count} models fail: {string.Join("; ", failures.GroupBy(f => f.Kind).Select(k => $"{k.Key}: {string.Join(" ", k.Select(f => f.Model.Seed))}"))}\n\n{string.Join("\n\n", shown)}");
    }

    /// <summary>The first seeds of each range, as many of each.</summary>
    private static IEnumerable<int> Spread(int count)
    {
        int[] starts = [0, ModelWriter.FirstWideSeed, ModelWriter.FirstStructuredSeed, ModelWriter.FirstNamedSeed];
        return starts.SelectMany((start, i) => Enumerable.Range(start, (count + i) / starts.Length));
    }

    private static int Setting(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : standard;
}
