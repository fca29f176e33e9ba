using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Random models with limits, vectors under several names and integers: executed body, interpreter after every pass and emitted code agree on log-density and gradient.</summary>
public sealed class LimitFuzzTests
{
    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body() => Campaign.Run(LimitWriter.Write, LimitWriter.FirstSeed, share: 50, points: 5);
}
