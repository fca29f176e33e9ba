using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random models whose supports latents decide: executed body, interpreter after every pass and emitted code agree on log-density and gradient, −∞ included, and
/// the log-Jacobians are those of the maps.
/// </summary>
public sealed class SupportModelTests
{
    private static readonly int[] FailedOnce = [6_520_035, 6_530_384, 6_530_498, 6_710_001, 6_710_024, 6_710_028, 6_750_097, 14_200_449, 21_000_405, 28_000_362, 37_000_125, 52_000_051, 53_000_056, 53_000_205, 61_000_221, 101_000_041, 101_000_073];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body() =>
        Campaign.Run(SupportWriter.Write, SupportWriter.FirstSeed, share: 60, points: 10, FailedOnce);
}
