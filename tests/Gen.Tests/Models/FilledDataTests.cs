using System;
using Gen.Models;
using Xunit;

namespace Gen.Tests.Models;

/// <summary>A series that is simulated in sequence follows what has been drawn of it.</summary>
public sealed class FilledDataTests
{
    [Fact]
    public void What_was_drawn_is_read()
    {
        var filled = Filled([9, 9, 9], isGiven: false);
        filled[1] = 4;
        filled.Fill(2, 1)[0] = 5;
        Assert.Equal(4, filled[1]);
        Assert.Equal(5, filled.Slice(2, 1)[0]);
    }

    [Fact]
    public void What_is_drawn_nowhere_is_read_as_it_was_given() => Assert.Equal(9, Filled([7, 9, 9], isGiven: true)[1]);

    [Fact]
    public void What_was_neither_is_refused() =>
        Assert.StartsWith("Walk: 'y[1]' is not given, and 'y[t] ~ Normal(y[t - 1], 1)' reads it", Refusal(static () => _ = Filled([7, 9, 9], isGiven: false)[1]), StringComparison.Ordinal);

    [Fact]
    public void What_was_read_as_it_was_given_is_not_drawn() => Assert.Equal(
        "Walk: 'y[1]' is read in 'y[t] ~ Normal(y[t - 1], 1)' as it was given, and drawn after that, so that no simulation follows itself: put the data and the statements in an order in which what is read comes first",
        Refusal(static () =>
        {
            var filled = Filled([7, 9, 9], isGiven: true);
            filled[0] = filled[1];
            filled[1] = 3;
        }));

    [Fact]
    public void What_has_two_likelihoods_is_not_drawn() => Assert.StartsWith("Walk: 'y[2]' has two likelihoods, so that it cannot be drawn", Refusal(static () =>
    {
        var filled = Filled([7, 9, 9], isGiven: false);
        filled[2] = 1;
        filled.Fill(1, 2);
    }), StringComparison.Ordinal);

    private static FilledData Filled(double[] values, bool isGiven) => new("Walk", "y", "y[t] ~ Normal(y[t - 1], 1)", values, 1, isGiven);

    private static string Refusal(Action draw) => Assert.Throws<InvalidOperationException>(draw).Message;
}
