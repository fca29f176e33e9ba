using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random statements that give elements values and read them where data say which: models agree with the execution of their bodies, and refuse the data where an
/// element is read before it has its value, or given one twice. So do objectives.
/// </summary>
public sealed class OrderModelTests
{
    private static readonly int[] FailedOnce = [];

    [Fact]
    public void Elements_have_one_value_before_they_are_read_or_the_data_are_refused() =>
        Campaign.Run(OrderWriter.Write, seed => $"Ordered{seed}", first: 0, share: 20, FailedOnce);
}
