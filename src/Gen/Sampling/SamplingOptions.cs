using System;
using System.IO;
using System.Threading;
using Gen.Sampling;

namespace Gen;

/// <summary>How to sample. The defaults are those of PyMC with nutpie, but for a fixed seed, the low-rank metric, automatic centring and steps that are halved where they would be unstable.</summary>
public sealed record SamplingOptions
{
    /// <summary>The number of kept draws of each chain, at least 1.</summary>
    public int Draws { get; init => field = OptionRange.Within(value, 1); } = 1000;

    /// <summary>The number of tuning draws of each chain before the kept ones, at least 0.</summary>
    public int Tune { get; init => field = OptionRange.Within(value, 0); } = 1000;

    /// <summary>The number of chains, at least 1. R-hat needs two, and is better with four.</summary>
    public int Chains { get; init => field = OptionRange.Within(value, 1); } = 4;

    /// <summary>The seed: the same seed gives the same draws on any number of threads.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// The acceptance that the step size is tuned to, in (0, 1): nearer 1 means smaller steps and more time. Null means 0.8, and 0.9 where the draws of tuning show the
    /// posterior to be curved (<see cref="Geometry.Curvature"/>), which is seen with the low-rank metric only.
    /// </summary>
    public double? TargetAccept
    {
        get;
        init => field = value is { } target ? OptionRange.When(target is > 0 and < 1, target, "between 0 and 1, both excluded") : null;
    }

    /// <summary>
    /// The largest number of doublings of a trajectory, in 1…20: at most 2^MaxTreeDepth − 1 steps a draw, of one gradient each with <see cref="Trajectory.NoUTurn"/>.
    /// </summary>
    public int MaxTreeDepth { get; init => field = OptionRange.Within(value, 1, 20); } = 10;

    /// <summary>The error of the energy above which a trajectory counts as divergent, above 0 and finite.</summary>
    public double MaxEnergyError { get; init => field = OptionRange.When(value > 0 && double.IsFinite(value), value, "above 0 and finite"); } = 1000;

    /// <summary>How the step size and the metric are learnt. Only <see cref="AdaptationSchedule.Nutpie"/> learns how latents are centred (<see cref="Gen.Centering.Auto"/>).</summary>
    public AdaptationSchedule Adaptation { get; init => field = OptionRange.Defined(value); } = AdaptationSchedule.Nutpie;

    /// <summary>
    /// The shape of the metric; null means <see cref="MetricKind.LowRank"/> with nutpie's schedule, and <see cref="MetricKind.Diagonal"/> with Stan's.
    /// <see cref="MetricKind.Dense"/> needs <see cref="AdaptationSchedule.Stan"/>, and <see cref="MetricKind.LowRank"/> needs <see cref="AdaptationSchedule.Nutpie"/>.
    /// </summary>
    public MetricKind? Metric { get; init => field = value is { } kind ? OptionRange.Defined(kind) : null; }

    /// <summary>How trajectories go from point to point: by steps that are halved where they would be unstable, or by steps of one size.</summary>
    public Trajectory Trajectory { get; init => field = OptionRange.Defined(value); } = Trajectory.Walnuts;

    /// <summary>
    /// The range of the energy above which a step is halved (<see cref="Trajectory.Walnuts"/>), above 0. Steps that are only too long for a place change it by some
    /// units, unstable ones by hundreds and more: the default halves the latter. Smaller values, such as 2, keep trajectories nearer to their paths in a funnel's neck, and
    /// cost more gradients elsewhere.
    /// </summary>
    public double EnergyTolerance { get; init => field = OptionRange.When(value > 0, value, "above 0"); } = 30;

    /// <summary>The number of threads, at least 1; null means one for each core. Never more than there are chains.</summary>
    public int? Threads { get; init => field = value is int count ? OptionRange.Within(count, 1) : null; }

    /// <summary>
    /// Chains start uniformly in (−InitialRadius, InitialRadius) in every unconstrained coordinate, and are led from there to where the density has its mass if
    /// that is far; at least 0 and finite.
    /// </summary>
    public double InitialRadius { get; init => field = OptionRange.When(value >= 0 && double.IsFinite(value), value, "at least 0 and finite"); } = 2;

    /// <summary>
    /// Where chains start, on the unconstrained scale, instead of at random: one point for all of them (its length is the model's dimension), or one for each,
    /// one after another.
    /// </summary>
    public double[]? InitialPoint
    {
        get;
        init
        {
            foreach (var coordinate in value ?? [])
                OptionRange.When(double.IsFinite(coordinate), coordinate, "finite in every coordinate");
            field = value;
        }
    }

    /// <summary>
    /// The path of a file that keeps the state of the run, so that one which was killed or cancelled goes on from there and ends with the draws that it would have had;
    /// null for none. Sampling with the same options begins where there is no file, goes on where there is one, and returns at once what a complete run has drawn.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The file is replaced as a whole when the chains have started, every <see cref="CheckpointInterval"/> and at the end, also that of a cancelled run: whenever the
    /// process ends, it is one or the other. It holds all draws so far. Beside it stand, while the run lasts, <c>.new</c> and <c>.lock</c>; a second run with the same
    /// file is refused. Delete the file to begin anew. Where a link stands, the file is the one to which it leads.
    /// </para>
    /// <para>
    /// A file that cannot be written at the start is refused. One that cannot be written later, as on a disk that has become full, does not end the run: it is tried again after
    /// each interval and at the end, and <see cref="SampleStatistics.CheckpointFailure"/> and the summary say if the last attempt failed.
    /// </para>
    /// <para>
    /// A file that is torn, or of another version of Gen, model, data or options, is refused with a <see cref="CheckpointException"/> that says which.
    /// <see cref="Threads"/>, <see cref="Progress"/> and the interval may differ. Other data are known by the log-density and its gradient at the newest draw of each chain. On
    /// another kind of processor, whose arithmetic is rounded otherwise, a run goes on, but not with the same digits.
    /// </para>
    /// </remarks>
    public string? Checkpoint
    {
        get;
        init => field = value is null ? null : OptionRange.When(!string.IsNullOrWhiteSpace(value) && value.IndexOfAny(Path.GetInvalidPathChars()) < 0, value, "the path of a file");
    }

    /// <summary>The least time between two states that are written to <see cref="Checkpoint"/>, above 0: what a killed run loses, beside the draws that were being made.</summary>
    public TimeSpan CheckpointInterval { get; init => field = OptionRange.When(value > TimeSpan.Zero, value, "above 0"); } = TimeSpan.FromSeconds(30);

    /// <summary>Who hears of progress, some ten times a second from each chain and never from two chains at once; null for nobody.</summary>
    public IProgress<SamplingProgress>? Progress { get; init; }

    /// <summary>Stops sampling; what was drawn until then is returned, and kept in the <see cref="Checkpoint"/>, if there is one, to go on from there.</summary>
    public CancellationToken CancellationToken { get; init; }
}
