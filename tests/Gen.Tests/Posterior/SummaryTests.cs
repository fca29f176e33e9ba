using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Tests.Posterior;

public class SummaryTests
{
    private const int Chains = 4, Length = 500;

    private sealed class AnyPosterior(IReadOnlyList<Draws> quantities, SampleStatistics statistics) : ModelPosterior(quantities, statistics);

    private static SampleStatistics Healthy(int chains = Chains, int length = Length)
    {
        var statistics = new SampleStatistics(chains, length, maxTreeDepth: 10);
        AutoregressiveChains.Generate(1, 0.1, chains, length).CopyTo(statistics.Energy, 0);
        Array.Fill(statistics.TreeDepth, 3);
        return statistics;
    }

    private static ScalarDraws Scalar(string name, long seed, double location = 0, double scale = 1, double phi = 0) =>
        new(name, Array.ConvertAll(AutoregressiveChains.Generate(seed, phi, Chains, Length), x => location + scale * x), Chains);

    private static VectorDraws Long(string name, int size) =>
        new(name, AutoregressiveChains.Generate(99, 0, Chains * size, Length), Chains, size);

    [Fact]
    public void The_table_is_ArviZ_s()
    {
        var posterior = new AnyPosterior([Scalar("a", 3, 99.998, 0.006), Scalar("b", 4, -1.1, 0.0005)], Healthy());
        var summary = posterior.Summary();
        var lines = summary.ToString().Split('\n');

        Assert.Equal(
            ["mean", "sd", "hdi_3%", "hdi_97%", "mcse_mean", "mcse_sd", "ess_bulk", "ess_tail", "r_hat"],
            lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var a = lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, a.Length);
        Assert.Equal(["a", "99.998", "0.006", summary["a"].HdiLower.ToString("F3", CultureInfo.InvariantCulture)], a[..4]);
        Assert.Equal(["0.0", "0.0"], a[5..7]);
        Assert.EndsWith(".0", a[7], StringComparison.Ordinal);
        Assert.Equal("1.0", a[9]);
        Assert.Equal(["b", "-1.100", "0.000"], lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3]);
        Assert.All(lines[..3], line => Assert.Equal(lines[0].Length, line.Length));
        Assert.Empty(summary.Warnings);
        Assert.Equal("", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void Rows_are_readable_as_objects_and_unrounded()
    {
        var b = Scalar("b", 4, -1.1, 0.0005);
        var row = new AnyPosterior([b], Healthy()).Summary()["b"];

        Assert.Equal(b.Mean, row.Mean);
        Assert.Equal(b.Sd, row.Sd);
        Assert.Equal(b.Hdi(0.94), (row.HdiLower, row.HdiUpper));
        Assert.Equal((b.McseMean, b.McseSd, b.EssBulk, b.EssTail, b.Rhat), (row.McseMean, row.McseSd, row.EssBulk, row.EssTail, row.Rhat));
    }

    [Fact]
    public void Enormous_numbers_have_an_exponent_and_large_ones_have_not()
    {
        var text = new AnyPosterior([Scalar("a", 1, 1e7, 0), Scalar("b", 1, -2.5e300, 0)], Healthy()).Summary().ToString();
        Assert.Contains(" 10000000.0 ", text, StringComparison.Ordinal);
        Assert.Contains(" -2.5E+300 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_interval_names_its_own_columns()
    {
        var summary = new AnyPosterior([Scalar("b", 4)], Healthy()).Summary(new SummaryOptions { HdiProbability = 0.89 });
        Assert.Contains("hdi_5.5%  hdi_94.5%", summary.ToString(), StringComparison.Ordinal);
        Assert.InRange(summary["b"].HdiUpper - summary["b"].HdiLower, 2.9, 3.5);
    }

    [Fact]
    public void A_long_vector_is_shown_in_part_and_in_full_by_name()
    {
        var posterior = new AnyPosterior([Scalar("a", 1), Long("mu", 365), Scalar("sigma", 2)], Healthy());
        var lines = posterior.Summary().ToString().Split('\n');

        var gap = Array.IndexOf(lines, "… (345 more rows: Summary(\"mu\"))");
        Assert.StartsWith("mu[9] ", lines[gap - 1], StringComparison.Ordinal);
        Assert.StartsWith("mu[355] ", lines[gap + 1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("a  ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("sigma  ", StringComparison.Ordinal));
        Assert.Equal(367, posterior.Summary().Rows.Count);

        var named = posterior.Summary("mu").ToString();
        Assert.DoesNotContain("…", named, StringComparison.Ordinal);
        Assert.Contains("\nmu[200] ", named, StringComparison.Ordinal);
        Assert.Single(posterior.Summary("mu[200]").Rows);
    }

    [Fact]
    public void An_unknown_name_lists_the_names_there_are()
    {
        var posterior = new AnyPosterior([Scalar("a", 1), Scalar("sigma", 2)], Healthy());
        Assert.Contains("'b'; it has a, sigma", Assert.Throws<KeyNotFoundException>(() => posterior.Summary("b")).Message, StringComparison.Ordinal);
        Assert.Contains("'b'; it has a, sigma", Assert.Throws<KeyNotFoundException>(() => posterior.Summary()["b"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantities_that_disagree_are_refused()
    {
        Assert.Contains("named 'a'", Assert.Throws<ArgumentException>(() => new AnyPosterior([Scalar("a", 1), Scalar("a", 2)], Healthy())).Message, StringComparison.Ordinal);
        Assert.Contains(
            "a: 4 chains × 500 draws",
            Assert.Throws<ArgumentException>(() => new AnyPosterior([Scalar("a", 1)], Healthy(2))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Divergences_are_errors_and_come_first()
    {
        var statistics = Healthy();
        statistics.Diverging[3] = statistics.Diverging[700] = true;
        var summary = new AnyPosterior([Scalar("a", 1, phi: 0.9)], statistics).Summary();

        Assert.StartsWith("Error: 2 of 2000 draws diverged.", summary.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("TargetAccept", summary.Warnings[0], StringComparison.Ordinal);
        Assert.EndsWith(string.Join("\n", summary.Warnings) + "\n", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Chains_that_disagree_are_named_with_the_worst_first()
    {
        double[] Apart(long seed, double step) =>
            [.. AutoregressiveChains.Generate(seed, 0, Chains, Length).Select((x, i) => x + step * (i / Length))];
        var summary = new AnyPosterior(
            [new ScalarDraws("good", Apart(1, 0), Chains), new ScalarDraws("bad", Apart(2, 0.5), Chains), new ScalarDraws("worst", Apart(3, 2), Chains)],
            Healthy()).Summary();

        var warning = Assert.Single(summary.Warnings, warning => warning.Contains("R-hat", StringComparison.Ordinal));
        var worst = summary["worst"].Rhat.ToString("F3", CultureInfo.InvariantCulture);
        Assert.StartsWith($"Warning: R-hat above 1.01: worst ({worst}), bad (", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("good", warning, StringComparison.Ordinal);
        var ess = Assert.Single(summary.Warnings, warning => warning.Contains("effective sample size below 400: worst (", StringComparison.Ordinal));
        Assert.DoesNotContain("good", ess, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figure_beside_a_threshold_is_beyond_it_as_printed()
    {
        // Two halves a little apart: R-hat lies between 1.01 and 1.015 and must not read as 1.01.
        double[] apart = [.. AutoregressiveChains.Generate(2, 0, Chains, Length).Select((x, i) => x + 0.145 * (i / Length))];
        var summary = new AnyPosterior([new ScalarDraws("a", apart, Chains)], Healthy()).Summary();
        Assert.InRange(summary["a"].Rhat, 1.01, 1.015);
        Assert.DoesNotContain("(1.01)", Assert.Single(summary.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_posterior_prints_as_its_summary_and_one_without_draws_says_why()
    {
        var posterior = new AnyPosterior([Scalar("a", 1)], Healthy());
        Assert.Equal($"4 chains of 500 draws\n{posterior.Summary()}", posterior.ToString());

        var cancelled = new AnyPosterior([new ScalarDraws("a", Array.Empty<double>(), Chains)], new SampleStatistics(Chains, 0, 10));
        Assert.Equal(["Error: there are no draws. The run was cancelled before the first that is kept."], cancelled.Summary().Warnings);
        Assert.EndsWith("before the first that is kept.\n", cancelled.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_print_what_the_trajectories_were_like()
    {
        var statistics = Healthy();
        Array.Fill(statistics.Acceptance, 0.85);
        Array.Fill(statistics.StepSize, 0.25);
        Array.Fill(statistics.StepSize, 0.5, 0, Length);
        Array.Fill(statistics.LeapfrogSteps, 7);
        (statistics.Diverging[3], statistics.Diverging[700]) = (true, true);
        Assert.Equal(2, statistics.Divergences);
        Assert.Equal(
            "4 chains × 500 draws, 2 divergences\n"
                + "mean acceptance 0.85, step size 0.25 to 0.5, tree depth 3.0 on average, 3 at most (limit 10), 14000 gradients",
            statistics.ToString());
        Assert.Equal("2 chains × 0 draws", new SampleStatistics(2, 0, 10).ToString());
    }

    [Fact]
    public void Trees_cut_short_are_counted()
    {
        var statistics = Healthy();
        Array.Fill(statistics.TreeDepth, 10, 0, 30);
        var warning = Assert.Single(new AnyPosterior([Scalar("a", 1)], statistics).Summary().Warnings);
        Assert.StartsWith("Warning: 30 of 2000 draws reached the greatest tree depth (10).", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Energy_explored_slowly_names_its_chains()
    {
        var statistics = Healthy();
        AutoregressiveChains.Generate(5, 0.95, 1, Length).CopyTo(statistics.Energy, 2 * Length);
        var warning = Assert.Single(new AnyPosterior([Scalar("a", 1)], statistics).Summary().Warnings);
        Assert.StartsWith("Warning: E-BFMI below 0.3 in chain 2 (0.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_that_are_not_finite_are_an_error()
    {
        var draws = AutoregressiveChains.Generate(1, 0, Chains, Length);
        draws[5] = double.NaN;
        var summary = new AnyPosterior([new ScalarDraws("a", draws, Chains)], Healthy()).Summary();
        Assert.Equal(["Error: some draws are not finite: a."], summary.Warnings);
        Assert.Contains("NaN", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_is_its_mean_within_an_equal_tailed_interval()
    {
        // 0 … 200 and twice that: type-7 quantiles of 201 equally spaced draws fall on draws.
        var draws = new VectorDraws("y", [.. Enumerable.Range(0, 201).Select(i => (double)i), .. Enumerable.Range(0, 201).Select(i => 2.0 * i)], 1, 2);
        var table = draws.Summary(interval: 0.9);

        Assert.Equal((100, 10, 190), (table[0].Prediction, Math.Round(table[0].Lower, 9), Math.Round(table[0].Upper, 9)));
        Assert.Equal((200, 20, 380), (table[1].Prediction, Math.Round(table[1].Lower, 9), Math.Round(table[1].Upper, 9)));
        Assert.Equal("      y_pred  lower  upper\ny[0]   100.0   10.0  190.0\ny[1]   200.0   20.0  380.0\n", table.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => draws.Summary(1.0));
    }
}
