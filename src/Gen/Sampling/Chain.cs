using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// One chain: an initial point, tuning and kept draws, advanced a slice of time at a time. It belongs to one thread at any moment, and what it draws depends
/// on its options, seed and number only. Memory grows with divergences and, otherwise, not once the first draw is made.
/// </summary>
internal sealed partial class Chain : ICheckpointed
{
    private readonly SamplingOptions options;
    private readonly ILogDensity logDensity;
    private readonly SampledModel model;
    private readonly double[] positions;
    private readonly SampleStatistics statistics;
    private readonly RandomStream random;
    private readonly IAdaptation adaptation;
    private readonly NoUTurnSampler sampler;
    private readonly RecenteredDensity? recentered;
    private readonly double[] start;
    private readonly List<Divergence> divergences = [];
    private readonly ProgressGate? progress;
    private readonly StateMemory? beforeDraw;
    private bool hasBegun;
    private long began;
    private long reported;
    private int treeDepth;

    /// <summary>Chain <paramref name="number"/>, which writes its kept draws into its part of <paramref name="positions"/> and <paramref name="statistics"/>.</summary>
    public Chain(
        int number,
        ILogDensity logDensity,
        SamplingOptions options,
        double[] positions,
        SampleStatistics statistics,
        SampledModel model,
        ProgressGate? progress)
    {
        Number = number;
        this.options = options;
        this.logDensity = logDensity;
        this.positions = positions;
        this.statistics = statistics;
        this.model = model;
        this.progress = progress;
        random = new RandomStream(options.Seed, number);
        CenteringEstimator? centering = null;
        if (options.Adaptation == AdaptationSchedule.Nutpie && logDensity is IRecentering recentering && RecenteredDensity.Of(recentering) is { } found)
        {
            recentered = found;
            centering = new CenteringEstimator(recentered);
            this.logDensity = logDensity = recentered;
        }

        adaptation = options.Adaptation == AdaptationSchedule.Stan
            ? new StanAdaptation(logDensity.Dimension, options.Tune, options.TargetAccept ?? NutpieAdaptation.DefaultTarget, options.Metric)
            : new NutpieAdaptation(
                options.Metric == MetricKind.Diagonal ? new DrawGradientEstimator(logDensity.Dimension) : new LowRankEstimator(logDensity.Dimension),
                options.Tune, options.TargetAccept, centering);
        start = new double[logDensity.Dimension];
        sampler = new NoUTurnSampler(
            new Leapfrog(logDensity, adaptation.Metric), options.MaxTreeDepth, options.MaxEnergyError,
            options.Trajectory == Trajectory.Walnuts ? options.EnergyTolerance : null);
        beforeDraw = options.Checkpoint is null ? null : new StateMemory(random, sampler);
    }

    /// <summary>The number of the chain, from 0.</summary>
    public int Number { get; }

    /// <summary>Whether it was found where the chain starts.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>The number of draws done, tuning draws included.</summary>
    public int Done { get; private set; }

    /// <summary>The number of kept draws done.</summary>
    public int Kept => Math.Max(0, Done - options.Tune);

    /// <summary>Whether all draws are done.</summary>
    public bool Complete => Done == options.Tune + options.Draws;

    /// <summary>Where kept draws diverged.</summary>
    public IReadOnlyList<Divergence> Divergences => divergences;

    /// <summary>What tuning arrived at.</summary>
    public ChainTuning Tuning => adaptation.Metric.Tuning(adaptation.StepSize) with { Centering = recentered is null ? [] : recentered.Centering.ToArray() };

    /// <summary>The logarithm of the mass where a search let the chain start; −∞ where it starts at a given point.</summary>
    public double StartMass { get; private set; } = double.NegativeInfinity;

    private StartingPoint Starts => new(logDensity, options.InitialRadius, TryDrawPrior);

    /// <summary>Finds where the chain starts; true.</summary>
    public bool FindStart()
    {
        if (options.InitialPoint is { } given)
        {
            var dimension = logDensity.Dimension;
            given.AsSpan(given.Length == dimension ? 0 : Number * dimension, dimension).CopyTo(start);
            recentered?.FromOwn(start);
            return sampler.TryMoveTo(start) ? true : throw NotFinite("at the given initial point");
        }

        StartMass = Starts.Find(random, start) ?? throw NotFinite($"at any of {StartingPoint.MostTries} random initial points");
        return true;
    }

    /// <summary>Looks on where the chain would start far below where others do: it would stay there; true.</summary>
    public bool LookOn(double others)
    {
        if (options.InitialPoint is null)
        {
            StartMass = Starts.LookOn(random, start, StartMass, others);
            sampler.TryMoveTo(start);
        }

        HasStarted = true;
        return true;
    }

    /// <summary>Draws until complete, cancelled or, after at least one draw, <paramref name="slice"/> ticks of the stopwatch have passed; whether it is complete.</summary>
    public bool Advance(long slice, CancellationToken cancellation)
    {
        var now = Stopwatch.GetTimestamp();
        var end = now + slice;
        if (began == 0)
            began = now;
        if (!hasBegun)
        {
            hasBegun = true;
            adaptation.Begin(sampler, random);
        }

        while (!Complete && TryDraw(cancellation))
        {
            now = Stopwatch.GetTimestamp();
            if (progress is not null && !Complete && now - reported >= ProgressGate.Interval)
                Report(now, finished: false);
            if (now >= end)
                break;
        }

        if (Complete && progress is not null)
            Report(now, finished: true);
        return Complete;
    }

    /// <summary>Measures between draws, of the first <paramref name="kept"/> that are kept, how linear the density's slope is; null where they are few.</summary>
    public SlopeLinearity? MeasureLinearity(int kept) => SlopeLinearity.Between(logDensity, adaptation.Metric, kept, Sampled);

    /// <summary>Measures from the same draws how correlated coordinates are; empty where they are few.</summary>
    public double[] MeasureInflation(int kept) => VarianceInflation.Of(logDensity, kept, Sampled);

    /// <summary>Whether the same draws pass between two modes that are apart in a coordinate.</summary>
    public bool PassesBetweenModes(int kept, int coordinate) => NearModes.Are(logDensity, adaptation.Metric, kept, Sampled, coordinate);

    /// <summary>Finds, among coordinates that tuning does not centre, one whose scale another one decides, and that one.</summary>
    public (int Coordinate, int Decider)? FindDecidedScale(int kept, IReadOnlyList<int> coordinates) =>
        DecidedScale.Of(logDensity, kept, Sampled, coordinates.Where(coordinate => recentered is null || !recentered.IsRecentered[coordinate]), coordinates);

    /// <summary>Finds the coordinates that nothing holds, from where all chains have been.</summary>
    public int[] FindImproper(SamplingResult run) => ImproperDirections.Of(logDensity, run, recentered is null ? null : recentered.FromOwn);

    /// <summary>Makes the last report of a chain that was stopped.</summary>
    public void ReportStopped() => Report(Stopwatch.GetTimestamp(), finished: true);

    /// <summary>Writes a kept draw in the coordinates in which it was sampled.</summary>
    private void Sampled(int draw, Span<double> position)
    {
        positions.AsSpan((Number * options.Draws + draw) * logDensity.Dimension, logDensity.Dimension).CopyTo(position);
        recentered?.FromOwn(position);
    }

    /// <summary>Makes one draw; false when it was interrupted: what it has used up of the random numbers is given back where a checkpoint is to go on from there.</summary>
    private bool TryDraw(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return false;
        beforeDraw?.Remember();
        var stepSize = sampler.StepSize;
        var transition = sampler.Draw(random, cancellation);
        if (transition.Interrupted)
        {
            beforeDraw?.Restore();
            return false;
        }

        treeDepth = transition.TreeDepth;
        if (Done >= options.Tune)
            Keep(Done - options.Tune, transition, stepSize);
        adaptation.AfterDraw(Done, transition, sampler, random);
        Done++;
        return true;
    }

    private void Keep(int draw, in Transition transition, double stepSize)
    {
        var index = Number * options.Draws + draw;
        ToOwn(sampler.Position, positions.AsSpan(index * logDensity.Dimension, logDensity.Dimension));
        statistics.LogDensity[index] = sampler.LogDensity;
        statistics.Energy[index] = transition.Energy;
        statistics.Acceptance[index] = transition.Acceptance;
        statistics.StepSize[index] = stepSize;
        statistics.TreeDepth[index] = transition.TreeDepth;
        statistics.LeapfrogSteps[index] = transition.LeapfrogSteps;
        statistics.Diverging[index] = transition.Diverging;
        if (transition.Diverging)
        {
            var position = sampler.DivergencePosition.ToArray();
            ToOwn(sampler.DivergencePosition, position);
            divergences.Add(new Divergence(Number, draw, position) { IsAbrupt = transition.Abrupt });
        }
    }

    /// <summary>A draw of the model's prior, in the coordinates that are sampled.</summary>
    private bool TryDrawPrior(RandomStream stream, Span<double> position)
    {
        if (model.Prior?.Invoke(stream, position) != true)
            return false;
        recentered?.FromOwn(position);
        return true;
    }

    /// <summary>Writes a position as the density itself has it.</summary>
    private void ToOwn(ReadOnlySpan<double> position, Span<double> result)
    {
        if (recentered is null)
            position.CopyTo(result);
        else
            recentered.ToOwn(position, result);
    }

    private SamplingException NotFinite(string where)
    {
        var point = new double[start.Length];
        ToOwn(start, point);
        var reason = model.Explain?.Invoke(point);
        return new SamplingException(
            $"Chain {Number} cannot start: the log-density or its gradient is not finite {where}{(string.IsNullOrEmpty(reason) ? "." : ": " + reason)}");
    }

    private void Report(long now, bool finished)
    {
        reported = now;
        var seconds = Elapsed(now).TotalSeconds;
        progress?.Report(new SamplingProgress(
            Number,
            options.Chains,
            Done,
            options.Tune,
            options.Tune + options.Draws,
            divergences.Count,
            sampler.StepSize,
            treeDepth,
            seconds > 0 ? Done / seconds : 0,
            finished));
    }
}
