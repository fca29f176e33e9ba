using System;
using Xunit;

namespace Gen.Tests.Posterior;

/// <summary>Every diagnostic against the R package posterior 1.4.0, on chains that R generates number for number.</summary>
/// <remarks>
/// The R program that printed the rows (R 4.2.2):
/// <code>
/// library(posterior)
/// u &lt;- function() { s &lt;&lt;- (16807 * s) %% 2147483647; s / 2147483647 }
/// e &lt;- function() { t &lt;- 0; for (i in 1:12) t &lt;- t + u(); t - 6 }
/// ar &lt;- function(seed, phi, chains, n) { s &lt;&lt;- seed; x &lt;- matrix(0, n, chains)
///   for (c in 1:chains) { v &lt;- e(); for (t in 1:n) { v &lt;- phi * v + e(); x[t, c] &lt;- v } }; x }
/// rh &lt;- function(x) { h &lt;- posterior:::.split_chains(x); f &lt;- function(y) posterior:::.rhat(posterior:::z_scale(y))
///   max(f(h), f(abs(h - median(h)))) }
/// show &lt;- function(name, x) cat(sprintf('[InlineData("%s", %s)]\n', name, paste(sprintf("%.12g", c(rh(x), ess_bulk(x), ess_tail(x),
///   ess_mean(x), mcse_mean(x), mcse_sd(x), mcse_quantile(x, 0.1), quantile(x, 0.05, type = 7))), collapse = ", ")))
/// show("mixing", ar(1, 0.6, 4, 250));         show("odd", ar(2, 0.9, 3, 201))
/// show("antithetic", ar(3, -0.4, 4, 500));    show("heavy", ar(4, 0.5, 4, 300)^3)
/// show("shifted", sweep(ar(5, 0.3, 4, 100), 2, 0.5 * (1:4), "+"))
/// show("ties", round(ar(6, 0.6, 4, 250)));    show("single", ar(7, 0.5, 1, 1000));    show("sticky", ar(8, 0.995, 4, 60))
/// </code>
/// <c>rh</c> is <c>rhat</c> but that it folds about the median of the split chains, as ArviZ does; they differ for an odd number of draws.
/// </remarks>
public class DiagnosticsReferenceTests
{
    [Theory]
    [InlineData("mixing", 1.0101735646, 205.880220885, 493.328726032, 207.870311475, 0.0864352959172, 0.0402959734337, 0.0858274376446, -1.95540281842)]
    [InlineData("odd", 1.02725574285, 48.9107683654, 123.819915484, 48.1348692115, 0.294441241145, 0.152283359523, 0.477387678322, -3.48499056651)]
    [InlineData("antithetic", 1.0016009469, 4266.96872667, 1947.29483273, 4302.45389581, 0.0162128487765, 0.0185322331623, 0.027905247331, -1.74682187435)]
    [InlineData("heavy", 1.00309506062, 468.498719948, 690.119388759, 613.606606379, 0.215019125625, 0.418272508323, 0.406087898767, -6.26544832185)]
    [InlineData("shifted", 1.16808159039, 20.09505265, 185.492434298, 19.8090174378, 0.274335010133, 0.0474910804201, 0.305861111125, -0.817192545092)]
    [InlineData("ties", 1.01215712669, 270.120707387, 411.925138237, 269.559307414, 0.0786720090322, 0.0434789958962, 0, -2)]
    [InlineData("single", 1.00632045253, 290.380642482, 535.240774559, 289.993646644, 0.0667517341286, 0.0306429392759, 0.0833771676905, -1.8608767501)]
    [InlineData("sticky", 1.88088903023, 6.42424271845, 18.3552527477, 6.34514411366, 1.68814423807, 0.702847277718, 2.02228911011, -12.2940467353)]
    public void Diagnostics_agree_with_posterior(
        string name, double rhat, double bulk, double tail, double essMean, double mcseMean, double mcseSd, double mcseQuantile, double quantile)
    {
        var (values, chains) = AutoregressiveChains.Named(name);
        var draws = new ScalarDraws("x", values, chains);

        // ArviZ, whose definition stands here, gives no R-hat for one chain; posterior does.
        AssertClose(chains == 1 ? double.NaN : rhat, draws.Rhat);
        AssertClose(bulk, draws.EssBulk);
        AssertClose(tail, draws.EssTail);
        AssertClose(essMean, EffectiveSampleSize.Mean(values, chains));
        AssertClose(mcseMean, draws.McseMean);
        AssertClose(mcseSd, draws.McseSd);
        AssertClose(mcseQuantile, draws.McseQuantile(0.1));
        AssertClose(quantile, draws.Quantile(0.05));
    }

    [Fact]
    public void R_hat_of_a_single_chain_split_in_two_by_hand_is_the_split_R_hat()
    {
        // posterior's value of "single" splits the one chain, which is two chains to Classic.
        var (values, _) = AutoregressiveChains.Named("single");
        var bulk = PotentialScaleReduction.Classic(RankNormalization.Scores(values), 2);
        var folded = PotentialScaleReduction.Classic(RankNormalization.Scores(SortedDraws.Of(values).Folded()), 2);
        AssertClose(1.00632045253, Math.Max(bulk, folded));
    }

    private static void AssertClose(double expected, double actual)
    {
        if (double.IsNaN(expected))
            Assert.Equal(double.NaN, actual);
        else
            Assert.InRange(actual, expected - 2e-11 * Math.Abs(expected), expected + 2e-11 * Math.Abs(expected));
    }
}
