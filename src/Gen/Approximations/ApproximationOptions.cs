using System;
using System.Threading;
using Gen.Sampling;

namespace Gen;

/// <summary>How a posterior is approximated, or its mode searched for.</summary>
public sealed record ApproximationOptions
{
    /// <summary>The seed: the same seed gives the same approximation.</summary>
    public long Seed { get; init; }

    /// <summary>The number of random starts of a search for a mode, or of Pathfinder's paths, at least 1.</summary>
    public int Starts { get; init => field = OptionRange.Within(value, 1); } = 4;

    /// <summary>The number of draws by which an approximation is judged (k-hat), at least 100.</summary>
    public int DrawsToJudge { get; init => field = OptionRange.Within(value, 100); } = 4000;

    /// <summary>Who hears of progress, some ten times a second; null for nobody.</summary>
    public IProgress<ApproximationProgress>? Progress { get; init; }

    /// <summary>Stops the work: an <see cref="OperationCanceledException"/> is thrown.</summary>
    public CancellationToken CancellationToken { get; init; }
}
