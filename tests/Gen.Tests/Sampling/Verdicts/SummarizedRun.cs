using System.Collections.Generic;
using System.Linq;
using Gen.Sampling;

namespace Gen.Tests.Sampling;

/// <summary>A run of a density as the posterior of a model with a scalar for each coordinate, to read what its summary says.</summary>
internal static class SummarizedRun
{
    public static IReadOnlyList<string> Warnings(this SamplingResult run) => new Coordinates(
        [
            .. Enumerable.Range(0, run.Dimension).Select(i => new ScalarDraws(
                $"x{i}", [.. Enumerable.Range(0, run.Chains * run.DrawsPerChain).Select(draw => run.Positions[draw * run.Dimension + i])], run.Chains)),
        ], run.Statistics).Summary().Warnings;

    private sealed class Coordinates(IReadOnlyList<Draws> draws, SampleStatistics statistics) : ModelPosterior(draws, statistics);
}
