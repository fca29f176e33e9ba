using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Random models of solved differential equations: executed body, interpreter after every pass and emitted code agree on log-density and gradient.</summary>
public sealed class EquationModelTests
{
    private static readonly int[] FailedOnce = [12_060_146];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body() => Campaign.Run(EquationWriter.Write, first: 0, share: 20, points: 3, FailedOnce);
}
