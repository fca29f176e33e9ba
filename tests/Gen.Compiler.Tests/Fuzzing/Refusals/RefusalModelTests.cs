using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random statements that C# may throw at: bodies of models and of objectives agree with their execution, and refuse the data where that throws. No other
/// exception comes of any data.
/// </summary>
public sealed class RefusalModelTests
{
    private static readonly int[] FailedOnce = [101097, 101100, 101133, 101145, 101213, 101223, 101244, 101357, 300011, 5100176, 55000054];
    private static readonly int[] GuardedFailedOnce = [5100115];

    [Fact]
    public void Elements_that_conditions_keep_there_agree() => Campaign.Run(RefusalWriter.Guarded, seed => $"Refused{seed}", first: 0, share: 30, GuardedFailedOnce);

    [Fact]
    public void What_CSharp_throws_at_is_refused_and_all_else_agrees() => Campaign.Run(RefusalWriter.Write, seed => $"Refused{seed}", first: 0, share: 50, FailedOnce);
}
