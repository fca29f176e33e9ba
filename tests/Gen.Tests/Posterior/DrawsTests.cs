using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Tests.Posterior;

public class DrawsTests
{
    private static readonly double[] Numbered = Enumerable.Range(0, 24).Select(i => (double)i).ToArray();

    [Fact]
    public void A_vector_is_stored_by_element_then_chain_then_draw()
    {
        Dim feature = ["centrality", "burstiness", "reciprocity"];
        var draws = new VectorDraws("beta", Numbered, 2, feature);

        Assert.Equal(4, draws.DrawsPerChain);
        Assert.Equal(3, draws.Length);
        Assert.Equal([8.0, 9, 10, 11, 12, 13, 14, 15], draws.Element(1).ToArray());
        Assert.Equal("beta[burstiness]", draws.Label(1));
        Assert.Equal("beta[burstiness]", draws["burstiness"].Name);
        Assert.Equal([12.0, 13, 14, 15], draws["burstiness"].Chain(1).ToArray());
        Assert.Equal([3.5, 11.5, 19.5], draws.Mean.ToArray());
        Assert.Equal([5.0, 13, 21], draws.At(1, 1).ToArray());
        Assert.Equal([0.0, 0.5, 1], draws.Probability(x => x >= 12).ToArray());
        Assert.Equal([7.0, 15, 23], draws.Quantile(1).ToArray());
        Assert.Equal([3.5, 11.5, 19.5], draws.Median.ToArray());
    }

    [Fact]
    public void A_matrix_is_numbered_row_by_row()
    {
        var draws = new MatrixDraws("w", Numbered, 1, 3, new string[] { "left", "right" });

        Assert.Equal(4, draws.DrawsPerChain);
        Assert.Equal("w[2,left]", draws.Label(4));
        Assert.Equal([16.0, 17, 18, 19], draws[2, 0].Values.ToArray());
        Assert.Equal([20.0, 21, 22, 23], draws[2, 1].Values.ToArray());
        Assert.Equal(17.5, draws.Mean[2, 0]);
        Assert.Equal(17.5, draws.Median[2, 0]);
        Assert.Equal(9.0, draws.At(0, 1)[1, 0]);
        Assert.Contains("w, which has 3 rows and 2 columns", Assert.Throws<ArgumentOutOfRangeException>(() => draws[0, 2]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scalar_answers_for_its_distribution()
    {
        var draws = new ScalarDraws("a", Numbered, 4);

        Assert.Equal(11.5, draws.Mean);
        Assert.Equal(Math.Sqrt(50), draws.Sd, 1e-13);
        Assert.Equal(11.5, draws.Median);
        Assert.Equal(0.25, draws.Probability(a => a > 17));
        Assert.Equal(22.0, draws.Hdi().Upper - draws.Hdi().Lower);
        Assert.Equal(19, draws.At(3, 1));
        Assert.Equal("a", draws.Label(0));
    }

    [Fact]
    public void A_probability_has_the_error_of_the_mean_of_its_indicator()
    {
        var draws = new ScalarDraws("x", AutoregressiveChains.Generate(1, 0, 4, 250), 4);
        var indicator = new ScalarDraws("above", Array.ConvertAll(draws.Values.ToArray(), x => x > 0.5 ? 1.0 : 0), 4);

        var probability = draws.Probability(x => x > 0.5);
        Assert.Equal(indicator.McseMean, draws.McseProbability(x => x > 0.5));

        // Independent draws: √(p (1 − p) / n), but for the error of the effective sample size itself.
        Assert.InRange(draws.McseProbability(x => x > 0.5) / Math.Sqrt(probability * (1 - probability) / 1000), 0.85, 1.15);
        Assert.Equal(0, draws.McseProbability(_ => true));
    }

    [Fact]
    public void Draws_print_as_the_numbers_of_their_summary()
    {
        Assert.Equal("a: mean 11.500, sd 7.071, 94 % hdi 0.000 to 22.000 (4 chains × 6 draws)", new ScalarDraws("a", Numbered, 4).ToString());
        Assert.Equal(
            "beta: 3 elements (2 chains × 4 draws)\n"
                + "  beta[0]: mean 3.500, sd 2.449, 94 % hdi 0.000 to 7.000\n"
                + "  beta[1]: mean 11.500, sd 2.449, 94 % hdi 8.000 to 15.000\n"
                + "  beta[2]: mean 19.500, sd 2.449, 94 % hdi 16.000 to 23.000",
            new VectorDraws("beta", Numbered, 2, 3).ToString());
        Assert.EndsWith("\n  … (7 more)", new VectorDraws("long", Numbered, 1, 12).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("w: 3 × 2 (1 chain × 4 draws)\n  w[0,0]: mean 1.500,", new MatrixDraws("w", Numbered, 1, 3, 2).ToString(), StringComparison.Ordinal);
        Assert.Equal("empty: 0 elements", new VectorDraws("empty", [], 4, 0).ToString());

        // Three decimals of a small number would be none of its digits.
        Assert.StartsWith("tiny: mean 1.15E-08, sd", new ScalarDraws("tiny", [.. Numbered.Select(x => 1e-9 * x)], 1).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_draws_shows_as_many_rows_as_a_summary()
    {
        Assert.DoesNotContain("…", DrawsText.Of([new VectorDraws("y", new double[40], 1, 20)]), StringComparison.Ordinal);
        Assert.Contains("… (1 more rows of y)", DrawsText.Of([new VectorDraws("y", new double[42], 1, 21)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_is_that_of_every_number()
    {
        var draws = new ScalarDraws("a", Numbered, 4);
        Assert.Equal("a: mean 11.5, sd 7.1, 94 % hdi 0.0 to 22.0 (4 chains × 6 draws)", $"{draws:F1}");
        Assert.Equal("a: mean 11,50, sd 7,07, 94 % hdi 0,00 to 22,00 (4 chains × 6 draws)", draws.ToString("F2", new NumberFormatInfo { NumberDecimalSeparator = "," }));
        Assert.Equal(draws.ToString(), $"{draws}");
        Assert.Throws<FormatException>(() => draws.ToString("Q", null));
    }

    [Fact]
    public void A_vector_without_elements_has_no_draws()
    {
        var draws = new VectorDraws("empty", [], 4, 0);
        Assert.Equal(0, draws.Mean.Length);
        Assert.Empty(draws.Summary().Rows);
    }

    [Fact]
    public void Mistakes_name_the_quantity()
    {
        Assert.Contains("beta: 23 values", Assert.Throws<ArgumentException>(() => new VectorDraws("beta", Numbered[1..], 2, 3)).Message, StringComparison.Ordinal);
        Dim dim = ["x", "y"];
        var draws = new VectorDraws("beta", Numbered, 2, dim);
        Assert.Contains("x, y", Assert.Throws<KeyNotFoundException>(() => draws["z"]).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "'beta' has no element 2: it has 2 elements, numbered from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => draws[2]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => draws[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => draws.At(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => draws[0].Chain(2).Length);
    }
}
