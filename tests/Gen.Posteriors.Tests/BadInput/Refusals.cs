using System;
using Xunit;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>What a call says when it refuses.</summary>
public static class Refusals
{
    /// <summary>Asserts that a call is refused with exactly a message.</summary>
    public static void Says<T>(string message, Func<object> call)
        where T : Exception
    {
        var refusal = Assert.ThrowsAny<T>(call);
        Assert.True(message == refusal.Message, refusal.Message);
    }
}
