using System;
using Xunit;

namespace Gen.Tests.Decisions;

public class OptimumTextTests
{
    [Theory]
    [InlineData(3.0, 3.0, "[2]: expected utility 3 (the same in every draw: what is uncertain has no part in it).\nConverged: level.")]
    [InlineData(2.0, 4.0, "[2]: expected utility 3 (sd 1.41421 over draws).\nConverged: level.")]
    public void ItSaysHowUtilityVariesOverDraws(double first, double second, string text)
    {
        var optimum = new Optimum([2], 3, [0], 0, new ScalarDraws("Gain", [first, second], 1), 1, 1, true, "level.", []);
        Assert.Equal(text, optimum.ToString());
    }
}
