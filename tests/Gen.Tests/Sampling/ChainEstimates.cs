using System;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>Estimates from a result, with their Monte Carlo standard errors by batch means.</summary>
internal static class ChainEstimates
{
    private const int BatchesPerChain = 20;

    /// <summary>The mean of <paramref name="function"/> over all draws, and its standard error from the spread of the means of batches far longer than the autocorrelation.</summary>
    public static (double Mean, double Error) Expect(this SamplingResult result, Func<double[], double> function)
    {
        var length = result.DrawsPerChain / BatchesPerChain;
        var batches = (
            from chain in Enumerable.Range(0, result.Chains)
            from batch in Enumerable.Range(0, BatchesPerChain)
            select Enumerable.Range(batch * length, length).Average(draw => function(result.Position(chain, draw).ToArray()))).ToArray();
        var mean = batches.Average();
        var variance = batches.Sum(value => (value - mean) * (value - mean)) / (batches.Length - 1);
        return (mean, Math.Sqrt(variance / batches.Length));
    }

    /// <summary>Fails unless the expectation lies within four and a half standard errors of <paramref name="expected"/>.</summary>
    public static void AssertExpects(this SamplingResult result, double expected, Func<double[], double> function, string what)
    {
        var (mean, error) = result.Expect(function);
        Assert.True(
            Math.Abs(mean - expected) < 4.5 * error,
            $"{what}: expected {expected}, found {mean} ± {error}, {(mean - expected) / error:F1} standard errors away");
    }
}
