using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Random models of loops and ranges that may be empty: executed body, interpreter after every pass and emitted code agree on log-density and gradient.</summary>
public sealed class LengthModelTests
{
    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body() => Campaign.Run(LengthWriter.Write, first: 0, share: 40, points: 5);
}
