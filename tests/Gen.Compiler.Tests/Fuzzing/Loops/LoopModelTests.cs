using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Random models of loops that hand on what they make: executed body, interpreter after every pass and emitted code agree on log-density and gradient.</summary>
public sealed class LoopModelTests
{
    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body() => Campaign.Run(LoopWriter.Write, first: 0, share: 40, points: 5);
}
