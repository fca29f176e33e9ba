using System;
using System.Linq;
using System.Threading;
using Gen.Posteriors.Tests.Constraints;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Approximations;

/// <summary>The mode is that of the latents' own density, whatever the scale on which it was searched for, and what is none is not called one.</summary>
public sealed class ModeTests
{
    [Fact]
    public void A_share_has_the_mode_and_the_standard_error_of_its_beta_distribution()
    {
        // p ~ Beta(2, 3) with 13 heads of 30: Beta(15, 20), whose density by p has its mode at 14 / 33; by the logit of p the curvature there is 33 p (1 − p).
        var mode = new Coins([10, 20], [4, 9]).Maximize();
        const double P = 14.0 / 33;
        var error = Math.Sqrt(P * (1 - P) / 33);
        Assert.True(mode.Converged, mode.Message);
        Assert.Equal(P, mode.P.Value, 1e-9);
        Assert.Equal(error, mode.P.StandardError, 1e-6 * error);
        Assert.Equal(P / (1 - P), mode.Odds.Value, 1e-8);
        Assert.Equal(error / ((1 - P) * (1 - P)), mode.Odds.StandardError, 1e-6);
    }

    [Fact]
    public void The_log_density_is_that_of_the_body()
    {
        var model = new Coins([10, 20], [4, 9]);
        var mode = model.Maximize();
        Assert.Equal(model.Trace(new() { P = mode.P.Value }).LogDensity, mode.LogDensity, 1e-10);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_simplex_has_the_mode_of_its_Dirichlet_distribution(int n)
    {
        var model = new Shares(n);
        var mode = model.Maximize();
        Assert.True(mode.Converged, mode.Message);
        Assert.All(mode.Share.Values.ToArray(), share => Assert.Equal(1.0 / n, share, 1e-7));
        Assert.Equal(model.Trace(new() { Share = mode.Share.Value, Shares = mode.Shares.Value }).LogDensity, mode.LogDensity, 1e-9);
    }

    [Fact]
    public void Latents_that_are_not_centred_count_by_their_own_density()
    {
        var model = new Standardized(3).Do(scale: 2);
        var mode = model.Maximize();
        Assert.True(mode.Converged, mode.Message);
        Assert.Equal(2, mode.Scale.Value);
        Assert.Equal(0, mode.Scale.StandardError);
        Assert.All(mode.Effect.Values.ToArray(), effect => Assert.Equal(0, effect, 1e-7));

        // centre ~ Normal(0, 2) and three of Normal(centre, 2), all at 0, and the set scale's own term, as the body has it: that of HalfNormal(1) at 2.
        Assert.Equal(-4 * (0.5 * Math.Log(2 * Math.PI) + Math.Log(2)) + 0.5 * Math.Log(2 / Math.PI) - 2, mode.LogDensity, 1e-9);
        Assert.Equal(model.Trace(new() { Centre = 0, Effect = new([0.0, 0, 0]) }).LogDensity, mode.LogDensity, 1e-9);
        Assert.All(mode.Effect.StandardErrors.ToArray(), error => Assert.Equal(Math.Sqrt(8), error, 1e-5));
    }

    [Fact]
    public void A_hierarchy_has_no_mode_as_it_is_written_and_says_so()
    {
        var mode = Schools.Maximize();
        Assert.False(mode.Converged);
        Assert.Contains("no mode", mode.Message, StringComparison.Ordinal);
        Assert.Contains("Error: ", mode.ToString(), StringComparison.Ordinal);
        Assert.All(mode.Quantities, quantity => Assert.All(quantity.StandardErrors.ToArray(), error => Assert.True(double.IsNaN(error))));
    }

    [Fact]
    public void Lower_modes_are_counted()
    {
        // Two elements on either side; those on the right are nearer to each other.
        var mode = new Outliers([-5, -5.2, 5, 5.1]).Maximize(new() { Starts = 12, Seed = 1 });
        Assert.True(mode.Converged, mode.Message);
        Assert.InRange(mode.Centre.Value, 5, 5.1);
        Assert.Contains("lower modes: there are several", mode.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_finds_the_same_and_a_cancelled_search_throws()
    {
        var model = new Coins([10, 20], [4, 9]);
        Assert.Equal(model.Maximize(new() { Seed = 3 }).P.Value, model.Maximize(new() { Seed = 3 }).P.Value);
        Assert.Throws<OperationCanceledException>(() => model.Maximize(new() { CancellationToken = new CancellationToken(canceled: true) }));
    }

    [Fact]
    public void A_mode_needs_all_data() =>
        Assert.Contains("'heads' is not observed", Assert.Throws<InvalidOperationException>(() => new Coins([10, 20]).Maximize()).Message, StringComparison.Ordinal);

    [Fact]
    public void It_reads_as_a_table() => Assert.Equal(
        """
               mode  std_error
        p     0.424      0.086
        odds  0.737      0.260
        Log-density -2.630, the highest from 4 starts.

        """.ReplaceLineEndings("\n"),
        new Coins([10, 20], [4, 9]).Maximize().ToString());

    private static EightSchoolsCentered Schools => new([15, 10, 16, 11, 9, 11, 10, 18], [28, 8, -3, 7, -1, 1, 18, 12]);
}
