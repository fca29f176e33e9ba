using System.Linq;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>A model some of whose latents were set samples as well as the model itself.</summary>
public class InterventionSamplingTests
{
    [Fact]
    public void AScaleThatWasSetDoesNotKeepChainsFromTheMass()
    {
        // A year of sales around 100, at ten prices. The scale cannot widen to meet a start far away once it was set.
        Vector price = Enumerable.Range(0, 364).Select(day => 0.8 + 0.4 * (day / 7 % 10) / 9.0).ToArray();
        var sales = new Demand(price).Do(a: 100, b: -1.1, sigma: 1.9).Draw(seed: 7).Sales;
        for (var seed = 1; seed <= 5; seed++)
        {
            var summary = new Demand(price, sales).Do(sigma: 1).Sample(seed: seed).Summary();
            Assert.InRange(summary["a"].Rhat, 0, 1.01);
            Assert.InRange(summary["b"].Rhat, 0, 1.01);

            // Four standard errors of 364 observations of standard deviation 1.9, which the set scale does not change.
            Assert.InRange(summary["a"].Mean, 100 - 4 * 1.9 / 19, 100 + 4 * 1.9 / 19);
        }
    }
}
