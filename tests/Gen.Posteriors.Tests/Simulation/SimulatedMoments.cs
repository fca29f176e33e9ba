using System;
using System.Linq;
using Xunit;

namespace Gen.Posteriors.Tests.Simulation;

/// <summary>Compares independent simulations with what theory says of their distribution.</summary>
public static class SimulatedMoments
{
    // Over all assertions of these tests, a correct program fails one in more than ten thousand seeds.
    private const double StandardErrors = 5;

    /// <summary>Asserts a mean and a standard deviation to within five Monte Carlo standard errors of independent draws.</summary>
    /// <param name="values">The draws.</param>
    /// <param name="mean">The mean of their distribution.</param>
    /// <param name="sd">Its standard deviation.</param>
    /// <param name="kurtosis">Its fourth central moment over its squared variance: 3 for a normal.</param>
    public static void Agree(ReadOnlySpan<double> values, double mean, double sd, double kurtosis = 3)
    {
        var draws = values.ToArray();
        var average = draws.Average();
        var deviation = Math.Sqrt(draws.Sum(value => (value - average) * (value - average)) / (draws.Length - 1));
        var meanError = sd / Math.Sqrt(draws.Length);
        var sdError = sd * Math.Sqrt((kurtosis - 1) / (4 * draws.Length));
        Assert.InRange(average, mean - StandardErrors * meanError, mean + StandardErrors * meanError);
        Assert.InRange(deviation, sd - StandardErrors * sdError, sd + StandardErrors * sdError);
    }
}
