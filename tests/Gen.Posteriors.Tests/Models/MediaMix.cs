using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Sales by advertising that lingers and saturates, with an experiment on the first channel and an opinion on the total.</summary>
public partial class MediaMix
{
    [Model]
    static partial void Define(Matrix spend, Vector sales, double testSpend, double lift)
    {
        var decay = Sample(Beta(2, 2), spend.Columns);
        var half = Sample(Gamma(mu: 2, sigma: 1), spend.Columns);
        var slope = Sample(HalfNormal(2), spend.Columns);
        var baseline = Sample(Normal(5, 5));
        var sigma = Sample(HalfNormal(1));
        var effect = Zeros(sales.Length);
        for (var channel = 0; channel < spend.Columns; channel++)
        {
            var stock = 0.0;
            for (var t = 0; t < sales.Length; t++)
            {
                stock = spend[t, channel] + decay[channel] * stock;
                effect[t] += slope[channel] * Saturation(stock, half[channel]);
            }
        }

        Observe(sales, Normal(baseline + effect, sigma));
        Observe(lift, Normal(slope[0] * Saturation(testSpend, half[0]), 0.1));
        Potential(-0.5 * Square(Sum(slope) - 3));
    }

    static double Saturation(double stock, double half) => stock / (stock + half);
}
