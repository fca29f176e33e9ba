using System;
using System.Collections.Generic;
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
        Assert.Throws<ArgumentOutOfRangeException>(() => draws[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => draws.At(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => draws[0].Chain(2).Length);
    }
}
