using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random models of loops and ranges that may be empty: executed body, interpreter after every pass and emitted code agree on log-density and gradient. The
/// environment variable GEN_FUZZ sets the number of models.
/// </summary>
public sealed class LengthModelTests
{
    private const int Points = 5;
    private const int ModelsInContinuousIntegration = 60;
    private const int ModelsPerCompilation = 50;

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("GEN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : ModelsInContinuousIntegration;
        var failures = Enumerable.Range(0, count).Chunk(ModelsPerCompilation).SelectMany(seeds => Trial.Run([.. seeds.Select(LengthWriter.Write)], Points)).ToList();
        var shown = failures.GroupBy(failure => failure.Kind).Select(kind => Trial.Shrink(kind.First(), Points)).Take(8);
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} fail: {string.Join(" ", failures.Select(failure => failure.Model.Seed))}\n\n{string.Join("\n\n", shown)}");
    }
}
