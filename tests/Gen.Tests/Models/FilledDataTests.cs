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
        "Walk: 'y[1]' is read in 'y[t] ~ Normal(y[t - 1], 1)' as it was given, and drawn after that, so that no simulation follows itself: put the data and the statements in an order in which what is read comes first, or give what is read as data of its own, such as which elements there are",
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

    [Fact]
    public void What_is_derived_is_given_when_it_is_first_set()
    {
        var filled = new FilledData("Walk", "logs", "logs[t] ~ Normal(logs[t - 1], 1)", new double[2], 1, isGiven: false, isDerived: true);
        filled[0] = 1;
        filled[1] = 2;
        filled[1] = filled[0] + 1;
        Assert.Equal(2, filled[1]);
    }

    private static FilledData Filled(double[] values, bool isGiven) => new("Walk", "y", "y[t] ~ Normal(y[t - 1], 1)", values, 1, isGiven, isDerived: false);

    private static string Refusal(Action draw) => Assert.Throws<InvalidOperationException>(draw).Message;
}
