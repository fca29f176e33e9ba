using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using Gen.Models;
using Gen.Numerics;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>A distribution in the place of a model's posterior, and how well it takes it: what the typed <see cref="Approximation{TPosterior}"/> is about.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApproximatePosterior
{
    // Streams of draws: those by which it is judged, and those that are asked for.
    private const int JudgingStream = 1_000_000, DrawingStream = 1_000_001;

    // Of the draws that are weighted and drawn from again, so many stand for each that is wanted.
    private const int DrawsForEach = 4;

    // Of all weights: what is wrong with the largest of them then is wrong with no more of any expectation.
    private const double SmallShare = 0.005;

    private readonly CompiledModel model;
    private readonly IDistributionOfPositions distribution;
    private readonly Func<ILogDensity> density;
    private readonly ApproximationOptions options;
    private double tailShare;

    internal ApproximatePosterior(
        CompiledModel model, ApproximationMethod method, IDistributionOfPositions distribution, Func<ILogDensity> density, ApproximationOptions options)
    {
        (this.model, Method, this.distribution, this.density, this.options) = (model, method, distribution, density, options);
        Judge();
    }

    /// <summary>What it was approximated by.</summary>
    public ApproximationMethod Method { get; }

    /// <summary>k̂ of the importance ratios.</summary>
    public double KHat { get; private set; }

    /// <summary>The evidence lower bound.</summary>
    public double Elbo { get; private set; }

    /// <summary>The number of gradients that it took.</summary>
    public long Gradients { get; internal set; }

    /// <summary>The largest standard error of a mean, in standard deviations; NaN where none is known.</summary>
    public double MonteCarloError { get; internal init; } = double.NaN;

    /// <summary>What could not be had, or is not as it should be; null where all is.</summary>
    internal string? Fault { get; init; }

    /// <summary>Whether it is known to leave out a part of the posterior.</summary>
    internal bool IsPartial { get; init; }

    /// <summary>Whether k̂ is no larger than what so many draws can be weighted with, or their weights hardly differ; and nothing is known to be left out.</summary>
    public bool IsReliable => !IsPartial && IsClose;

    private bool IsClose => KHat <= ParetoSmoothing.Threshold(options.DrawsToJudge) || tailShare <= SmallShare;

    private string Name => Method switch
    {
        ApproximationMethod.Laplace => "Laplace's approximation",
        ApproximationMethod.Pathfinder => "Pathfinder",
        _ => "variational inference",
    };

    /// <summary>What k̂ says, in words.</summary>
    public string Verdict
    {
        get
        {
            var (shape, threshold) = (KHat.ToString("F2", CultureInfo.InvariantCulture), ParetoSmoothing.Threshold(options.DrawsToJudge).ToString("F2", CultureInfo.InvariantCulture));
            if (IsPartial)
            {
                return $"A part of the posterior is left out by {Name}. {Fault} Use Sample.";
            }

            var verdict = KHat <= ParetoSmoothing.Threshold(options.DrawsToJudge) ? $"The posterior is close to {Name} (k-hat {shape}, no more than {threshold}), so far as draws of it can tell."
                : IsClose ? string.Create(CultureInfo.InvariantCulture, $"The posterior is close to {Name} (k-hat {shape}, but its largest importance ratios are {100 * tailShare:G2} % of all), so far as draws of it can tell.")
                : $"The posterior has much more mass in places than {Name} (k-hat {shape}, above {threshold}): intervals are too narrow or miss a part of it. Use Sample.";
            return Fault is null ? verdict : $"{verdict} {Fault}";
        }
    }

    /// <summary>What a summary of its draws says of it; null where there is nothing to say.</summary>
    private string? Warning => !IsReliable ? $"Error: {Clause(Verdict)}" : Fault is null ? null : $"Warning: {Clause(Fault)}";

    private static string Clause(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>Draws of latents, deterministics and what is generated.</summary>
    public (IReadOnlyList<Draws> Draws, SampleStatistics Statistics) Draw(int draws, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var (dimension, random) = (distribution.Dimension, new RandomStream(seed, DrawingStream));
        var positions = new double[draws * dimension];
        var logDensities = new double[draws];
        var target = density();

        // Weights that cannot be trusted make nothing better, but for Pathfinder's, which choose among paths.
        if (IsReliable || Method == ApproximationMethod.Pathfinder)
        {
            Resample(draws, random, target, positions, logDensities);
        }
        else
        {
            LogRatios(draws, random, target, (draw, position, height) =>
            {
                position.CopyTo(positions, draw * dimension);
                logDensities[draw] = height;
            });
        }

        if (target is RecenteredDensity recentered)
        {
            var own = new double[dimension];
            for (var draw = 0; draw < draws; draw++)
            {
                var position = positions.AsSpan(draw * dimension, dimension);
                recentered.ToOwn(position, own);
                own.CopyTo(position);
            }
        }

        return model.RecordPositions(positions, logDensities, chains: 1, seed, Warning);
    }

    /// <summary>Draws many, and of those by their weights as many as are wanted; weights are smoothed where they need it and their tail has a shape.</summary>
    private void Resample(int draws, RandomStream random, ILogDensity target, double[] positions, double[] logDensities)
    {
        var (dimension, count) = (distribution.Dimension, Math.Max(DrawsForEach * draws, options.DrawsToJudge));
        var pool = new double[count * dimension];
        var heights = new double[count];
        var weights = LogRatios(count, random, target, (draw, position, height) =>
        {
            position.CopyTo(pool, draw * dimension);
            heights[draw] = height;
        });
        double[] smoothed = [.. weights];
        if (ParetoSmoothing.Smooth(smoothed) <= ParetoSmoothing.Threshold(count) || !IsReliable)
        {
            weights = smoothed;
        }
        else
        {
            var most = weights.Max();
            weights = Array.ConvertAll(weights, weight => weight - most);
        }

        // Systematic resampling: each draw as often as its weight says, but for one.
        var (sum, next, offset) = (0.0, 0, random.NextDouble());
        var total = 0.0;
        foreach (var weight in weights)
            total += Weight(weight);
        for (var i = 0; i < count && next < draws; i++)
        {
            sum += Weight(weights[i]);
            for (; next < draws && (next + offset) / draws * total <= sum; next++)
            {
                pool.AsSpan(i * dimension, dimension).CopyTo(positions.AsSpan(next * dimension));
                logDensities[next] = heights[i];
            }
        }
    }

    private static double Weight(double logWeight) => double.IsNaN(logWeight) ? 0 : Math.Exp(logWeight);

    /// <summary>log p − log q of draws; each is given to <paramref name="keep"/> with its log p.</summary>
    private double[] LogRatios(int count, RandomStream random, ILogDensity target, Action<int, double[], double>? keep)
    {
        double[] position = new double[distribution.Dimension], slopes = new double[distribution.Dimension], ratios = new double[count];
        for (var draw = 0; draw < count; draw++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            var logDensity = distribution.Draw(random, position);
            var height = target.Evaluate(position, slopes);
            keep?.Invoke(draw, position, height);

            // Where the density is no number it is taken for impossible, as a sampler does.
            ratios[draw] = double.IsNaN(height) ? double.NegativeInfinity : height - logDensity;
        }

        return ratios;
    }

    private void Judge()
    {
        var ratios = LogRatios(options.DrawsToJudge, new RandomStream(options.Seed, JudgingStream), density(), keep: null);
        Elbo = Moments.Mean(ratios);
        KHat = ParetoSmoothing.Smooth(ratios, out tailShare);
    }
}
