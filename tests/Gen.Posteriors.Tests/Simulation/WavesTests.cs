using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>A distribution of the user's over data that a method of the user's prepares, against the closed form.</summary>
public class WavesTests
{
    [Fact]
    public void The_posterior_of_a_Rayleigh_variance_is_an_inverse_gamma()
    {
        Vector level = Enumerable.Range(0, 400).Select(t => Math.Sin(0.7 * t) + 0.5 * Math.Sin(0.61 * t)).ToArray();
        var heights = Waves.Heights(level);
        Assert.InRange(heights.Length, 30, 50);

        var posterior = new Waves(level).Sample(draws: 4000, seed: 3);

        // InverseGamma(3 + n, 2 + Σ h² / 2), whose mean is its scale over its shape less one.
        var (shape, scale) = (3 + heights.Length, 2 + heights.Sum(height => height * height) / 2);
        var (mean, sd) = (scale / (shape - 1), scale / (shape - 1) / Math.Sqrt(shape - 2));
        Assert.InRange(posterior.Variance.Mean, mean - 4 * posterior.Variance.McseMean, mean + 4 * posterior.Variance.McseMean);
        Assert.InRange(posterior.Variance.Sd, sd - 4 * posterior.Variance.McseSd, sd + 4 * posterior.Variance.McseSd);
    }
}
