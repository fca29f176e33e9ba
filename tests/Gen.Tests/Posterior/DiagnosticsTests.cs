using System;
using System.Linq;
using Xunit;

namespace Gen.Tests.Posterior;

/// <summary>Diagnostics where their value is known in closed form, and at the edges of their definitions.</summary>
public class DiagnosticsTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(0.0)]
    [InlineData(-0.3)]
    public void Effective_size_of_an_autoregression_is_its_closed_form(double phi)
    {
        var draws = AutoregressiveChains.Generate(11, phi, 4, 25_000);
        var expected = 100_000 * (1 - phi) / (1 + phi);

        // Over seeds the relative sd of this estimate is about 0.01 at φ = 0.7 and less elsewhere.
        Assert.InRange(EffectiveSampleSize.Mean(draws, 4) / expected, 0.95, 1.05);
    }

    [Fact]
    public void Effective_size_of_antithetic_chains_is_bounded_by_S_log10_S()
    {
        var draws = AutoregressiveChains.Generate(12, -0.95, 4, 500);
        Assert.Equal(2000 * Math.Log10(2000), EffectiveSampleSize.Mean(draws, 4), 1e-8);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 16)]
    [InlineData(5, 33)]
    public void Autocovariance_agrees_with_its_definition(int chains, int length)
    {
        var values = AutoregressiveChains.Generate(13, 0.5, chains, length);
        var covariances = Autocovariance.Averaged(values, chains);
        for (var lag = 0; lag < length; lag++)
        {
            var expected = 0.0;
            for (var c = 0; c < chains; c++)
            {
                var chain = values.AsSpan(c * length, length).ToArray();
                var mean = chain.Average();
                for (var t = 0; t + lag < length; t++)
                    expected += (chain[t] - mean) * (chain[t + lag] - mean) / length / chains;
            }

            Assert.Equal(expected, covariances[lag], 1e-13);
        }
    }

    [Fact]
    public void Constant_draws_count_in_full_and_have_no_R_hat()
    {
        var draws = new ScalarDraws("c", Enumerable.Repeat(0.1, 400).ToArray(), 4);
        Assert.Equal(400, draws.EssBulk);
        Assert.Equal(400, draws.EssTail);
        Assert.Equal(double.NaN, draws.Rhat);
        Assert.Equal(0.1, draws.Mean, 1e-15);
        Assert.Equal(0, draws.McseMean, 1e-15);
    }

    [Fact]
    public void Chains_stuck_at_different_values_have_an_immense_R_hat()
    {
        var draws = new ScalarDraws("c", Enumerable.Range(0, 400).Select(i => (double)(i / 100)).ToArray(), 4);
        Assert.True(draws.Rhat > 1e6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Draws_that_are_not_finite_have_no_diagnostics(double bad)
    {
        var values = AutoregressiveChains.Generate(14, 0.5, 4, 100);
        values[17] = bad;
        var draws = new ScalarDraws("x", values, 4);
        Assert.Equal(double.NaN, draws.Rhat);
        Assert.Equal(double.NaN, draws.EssBulk);
        Assert.Equal(double.NaN, draws.EssTail);
        Assert.Equal(double.NaN, draws.McseMean);
        Assert.Equal(double.NaN, draws.McseSd);
    }

    [Fact]
    public void Fewer_than_four_draws_have_no_diagnostics()
    {
        var draws = new ScalarDraws("x", [1, 2, 3, 4, 5, 6], 2);
        Assert.Equal(double.NaN, draws.Rhat);
        Assert.Equal(double.NaN, draws.EssBulk);
    }

    [Fact]
    public void Ranks_of_ties_are_averaged()
    {
        // Ranks 1, 2.5, 2.5, 4 of S = 4: the middle two are at probability ½.
        var scores = RankNormalization.Scores([-5, 0, 0, 7]);
        Assert.Equal(0, scores[1], 1e-15);
        Assert.Equal(0, scores[2], 1e-15);

        // qnorm((4 - 3/8) / (4 + 1/4)) in R.
        Assert.Equal(1.0491313979639711, scores[3], 1e-12);
        Assert.Equal(-scores[3], scores[0], 1e-12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void Quantiles_are_of_type_7(double probability, double expected) => Assert.Equal(expected, Quantiles.Of([4, 2, 1, 3], probability));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_outside_the_unit_interval_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1, 2], probability));

    [Fact]
    public void The_narrowest_interval_is_at_the_dense_end()
    {
        // 100 squares: their gaps grow, so that the narrowest 94 gaps are the first.
        var squares = Enumerable.Range(0, 100).Select(i => (double)i * i).Reverse().ToArray();
        Assert.Equal((0.0, 94.0 * 94), HighestDensityInterval.Of(squares, 0.94));
        Assert.Equal((-9000.0, 0.0), HighestDensityInterval.Of(squares.Select(x => x == 0 ? 0 : -x).Append(-9000).ToArray(), 0.95));
    }

    [Fact]
    public void Energy_that_moves_slowly_has_a_low_fraction_of_missing_information()
    {
        // Differences of 1, 1, 1 and a variance of 5/3.
        Assert.Equal(0.6, EnergyDiagnostics.FractionOfMissingInformation([1, 2, 3, 4]), 1e-15);

        // Of an AR(1): E(ΔE²)/var(E) = 2(1 − φ).
        var energies = AutoregressiveChains.Generate(15, 0.9, 1, 100_000);
        Assert.InRange(EnergyDiagnostics.FractionOfMissingInformation(energies), 0.19, 0.21);
    }
}
