using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Random models with limits, vectors under several names and integers. The environment variable GEN_FUZZ_LIMITS sets the number of models.</summary>
public sealed class LimitFuzzTests
{
    private const int Points = 5;
    private const int ModelsInContinuousIntegration = 60;
    private const int ModelsPerCompilation = 50;
    private const int MostReported = 8;

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("GEN_FUZZ_LIMITS"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : ModelsInContinuousIntegration;
        var failures = new List<Failure>();
        foreach (var seeds in Enumerable.Range(LimitWriter.FirstSeed, count).Chunk(ModelsPerCompilation))
        {
            failures.AddRange(Trial.Run([.. seeds.Select(LimitWriter.Write)], Points));
        }

        var shown = failures.GroupBy(f => f.Kind).Select(kind => kind.MinBy(f => f.Model.Statements.Count)!).Take(MostReported).Select(f => Trial.Shrink(f, Points));
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} models fail: {string.Join("; ", failures.GroupBy(f => f.Kind).Select(k => $"{k.Key}: {string.Join(" ", k.Select(f => f.Model.Seed))}"))}\n\n{string.Join("\n\n", shown)}");
    }
}
