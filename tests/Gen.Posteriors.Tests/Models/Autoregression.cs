using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>arK</c>: an autoregression of several lags, each value observed in its turn.</summary>
public partial class Autoregression
{
    [Model]
    static partial void Define(Vector y, int lags)
    {
        var alpha = Sample(Normal(0, 10));
        var beta = Sample(Normal(0, 10), lags);
        var sigma = Sample(HalfCauchy(2.5));
        for (var t = lags; t < y.Length; t++)
        {
            var mu = alpha;
            for (var k = 0; k < lags; k++)
            {
                mu += beta[k] * y[t - 1 - k];
            }

            Observe(y[t], Normal(mu, sigma));
        }
    }
}
