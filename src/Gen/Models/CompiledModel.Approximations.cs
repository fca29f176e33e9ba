using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Approximations;
using Gen.Numerics;
using Gen.Sampling;

namespace Gen.Models;

public partial class CompiledModel
{
    // Searches use a stream that no chain does.
    private const int SearchStream = int.MaxValue - 1;

    /// <summary>Finds where the density of the latents, as they are written, is highest.</summary>
    /// <exception cref="InvalidOperationException">Data are not observed, or there is no exact log-density under the interventions.</exception>
    /// <exception cref="SamplingException">No finite initial point was found.</exception>
    public FoundEstimates Maximize(ApproximationOptions? options)
    {
        options ??= new();
        var watched = new WatchedDensity(new LatentDensity(CreateLatent()), ApproximationMethod.Mode, options.Progress, options.CancellationToken);
        var found = FindMode(watched, Starts(watched, recentered: null), options);
        options.Progress?.Report(new(ApproximationMethod.Mode, watched.Gradients, Finished: true));
        return new(Estimates(found), found, watched.Gradients);
    }

    /// <summary>The normal distribution about the mode of the posterior on the unconstrained scale that is curved as it is there.</summary>
    /// <exception cref="InvalidOperationException">Data are not observed, there is no exact log-density under the interventions, or no mode.</exception>
    /// <exception cref="SamplingException">No finite initial point was found.</exception>
    public ApproximatePosterior Laplace(ApproximationOptions? options) => Approximate(ApproximationMethod.Laplace, options, (density, starts, chosen) =>
    {
        var found = FindMode(density, starts, chosen);
        return found is { Curvature: { } normal, Fault: null }
            ? new(normal, found.RivalModes == 0 ? null : $"It is of the highest mode alone: {found.RivalModes} of {found.Starts} starts ended at others that are not much lower.") { IsPartial = found.RivalModes > 0 }
            : new(null, $"Laplace's approximation needs a mode. {found.Fault}");
    });

    /// <summary>Draws of normal distributions along paths to modes, weighted by importance.</summary>
    /// <exception cref="InvalidOperationException">Data are not observed, there is no exact log-density under the interventions, or no path has a finite bound.</exception>
    public ApproximatePosterior Pathfinder(ApproximationOptions? options) => Approximate(ApproximationMethod.Pathfinder, options, (density, starts, chosen) =>
        Approximations.Pathfinder.Find(density, starts, chosen.Starts, chosen.Seed) is { } found ? new(found, null)
            : new(null, "No path of Pathfinder has a point where the evidence lower bound is finite."));

    /// <summary>Variational inference with fixed draws.</summary>
    /// <exception cref="InvalidOperationException">Data are not observed, or there is no exact log-density under the interventions.</exception>
    /// <exception cref="SamplingException">No finite initial point was found.</exception>
    public ApproximatePosterior Approximate(ApproximationOptions? options) => Approximate(ApproximationMethod.Advi, options, (density, starts, chosen) =>
    {
        var start = new double[density.Dimension];
        if (starts.Find(new RandomStream(chosen.Seed, SearchStream), start) is null)
        {
            throw NoStart();
        }

        return DeterministicAdvi.Fit(density, start, chosen.Seed);
    });

    /// <summary>The posterior of positions that were drawn elsewhere: one after another, chain after chain, each of as many coordinates as the log-density has.</summary>
    /// <exception cref="ArgumentException">They do not divide into chains of positions.</exception>
    /// <exception cref="InvalidOperationException">Data are not observed, or there is no exact log-density under the interventions.</exception>
    public (IReadOnlyList<Draws> Draws, SampleStatistics Statistics) RecordPositions(ReadOnlySpan<double> positions, int chains, long seed)
    {
        var density = CreateLatent();
        ArgumentOutOfRangeException.ThrowIfLessThan(chains, 1);
        if (positions.Length == 0 || positions.Length % ((long)chains * density.Dimension) != 0)
        {
            throw new ArgumentException($"{Name}: {positions.Length} numbers do not divide into {chains} {(chains == 1 ? "chain" : "chains")} of positions of {density.Dimension} coordinates.", nameof(positions));
        }

        var slopes = new double[density.Dimension];
        var heights = new double[positions.Length / density.Dimension];
        for (var draw = 0; draw < heights.Length; draw++)
        {
            heights[draw] = density.Evaluate(positions.Slice(draw * density.Dimension, density.Dimension), slopes);
        }

        return RecordPositions(positions.ToArray(), heights, chains, seed, warning: null);
    }

    /// <summary>The same with the log-density of each known, and with what is to be said of them.</summary>
    internal (IReadOnlyList<Draws> Draws, SampleStatistics Statistics) RecordPositions(double[] positions, double[] logDensities, int chains, long seed, string? warning)
    {
        var (origin, free) = Interventions.IsEmpty ? ([], null) : Intervene();
        var statistics = new SampleStatistics(chains, logDensities.Length / chains, maxTreeDepth: 0) { Approximation = warning };
        logDensities.CopyTo(statistics.LogDensity, 0);
        var result = new SamplingResult(free?.Length ?? dimension, positions, statistics, [], [], cancelled: false);
        return (Record(result, origin, free, seed), statistics);
    }

    /// <summary>
    /// Approximates in the coordinates in which it is closest. A latent whose scale others decide is as written hardly ever like a normal distribution, nor does its density need to have a
    /// mode: so it is tried centred and not centred, and the higher evidence lower bound tells.
    /// </summary>
    private ApproximatePosterior Approximate(ApproximationMethod method, ApproximationOptions? options, Func<ILogDensity, StartingPoint, ApproximationOptions, FoundDistribution> find)
    {
        options ??= new();
        var (tried, gradients, refusal) = (new List<ApproximatePosterior>(), 0L, "");
        double[] centrings = Center(CreateLatent(), 0) is RecenteredDensity ? [0, 1] : [1];
        foreach (var centring in centrings)
        {
            ILogDensity Create() => Center(CreateLogDensity(), centring);
            var made = Create();
            var watched = new WatchedDensity(made, method, options.Progress, options.CancellationToken, gradients);
            var found = find(watched, Starts(watched, made as RecenteredDensity), options);
            gradients = watched.Gradients;
            if (found.Distribution is { } distribution)
            {
                tried.Add(new(this, method, distribution, Create, options) { MonteCarloError = found.Error, Fault = found.Fault, IsPartial = found.IsPartial });
            }
            else
            {
                refusal = found.Fault;
            }
        }

        options.Progress?.Report(new(method, gradients, Finished: true));
        var best = tried.MaxBy(approximation => approximation.Elbo) ?? throw new InvalidOperationException($"{Name}: {refusal} Use Sample.");
        best.Gradients = gradients;
        return best;
    }

    /// <summary>A log-density with all latents that have a location and a scale at one centring.</summary>
    private static ILogDensity Center(ILogDensity density, double centring)
    {
        if (density is not IRecentering recentering || RecenteredDensity.Of(recentering) is not { } recentered)
        {
            return density;
        }

        recentered.Centering = Array.ConvertAll(recentered.IsRecentered.ToArray(), isRecentered => isRecentered ? centring : 1);
        return recentered;
    }

    /// <summary>The log-density of what is latent.</summary>
    /// <exception cref="InvalidOperationException">Nothing is; or as for <see cref="CreateLogDensity"/>.</exception>
    private ILogDensity CreateLatent() => CreateLogDensity() is { Dimension: > 0 } density ? density
        : throw new InvalidOperationException($"{Name}: nothing is latent, so that there is no posterior to look for; Draw and PriorPredictive simulate the model");

    private FoundMode FindMode(ILogDensity density, StartingPoint starts, ApproximationOptions options)
    {
        var free = Interventions.IsEmpty ? null : Intervene().Free;
        return new ModeSearch(density, coordinate => NameOfCoordinate(free is null ? coordinate : free[coordinate]))
            .Find(starts, options.Starts, new RandomStream(options.Seed, SearchStream), options.CancellationToken) ?? throw NoStart();
    }

    /// <summary>Where searches start.</summary>
    private StartingPoint Starts(ILogDensity density, RecenteredDensity? recentered)
    {
        var free = Interventions.IsEmpty ? null : Intervene().Free;
        return new(density, new SamplingOptions().InitialRadius, (random, position) =>
        {
            var isDrawn = free is null ? TryDrawPrior(random, position) : TryDrawPrior(random, position, free);
            if (isDrawn)
            {
                recentered?.FromOwn(position);
            }

            return isDrawn;
        });
    }

    private SamplingException NoStart() => new($"{Name}: the log-density or its gradient is not finite at any of {StartingPoint.MostTries} random points.");

    /// <summary>Latents and deterministics at a mode, with standard errors where its curvature gives them.</summary>
    private List<Estimate> Estimates(FoundMode found)
    {
        var (origin, free) = Interventions.IsEmpty ? ([], null) : Intervene();
        double[] At(double[] position)
        {
            var values = new double[recorded];
            Array.Fill(values, double.NaN);
            Record(free is null ? position : Expand(position, origin, free), values);
            foreach (var quantity in quantities.Where(quantity => quantity.Kind != QuantityKind.Observed && Interventions.Contains(quantity)))
            {
                Interventions[quantity].CopyTo(values.AsSpan(quantity.Elements));
            }

            return values;
        }

        var (mode, errors) = (At(found.Point), new double[recorded]);
        Array.Fill(errors, double.NaN);
        if (found.Curvature is { } curvature)
        {
            var slopes = Derivatives(found.Point, curvature, At);
            for (var element = 0; element < recorded; element++)
            {
                errors[element] = curvature.StandardDeviation(slopes.AsSpan(element * found.Point.Length, found.Point.Length));
            }
        }

        return
        [
            .. quantities.Where(quantity => quantity.Kind is QuantityKind.Latent or QuantityKind.Deterministic)
                .Select(quantity => Estimate.Of(quantity, mode[quantity.Elements], errors[quantity.Elements])),
        ];
    }

    /// <summary>The derivatives of what is recorded by every coordinate, by central differences: a row for each element.</summary>
    private double[] Derivatives(double[] point, NormalApproximation curvature, Func<double[], double[]> at)
    {
        const double Step = 1e-5;
        double[] moved = [.. point], unit = new double[point.Length], slopes = new double[recorded * point.Length];
        for (var i = 0; i < point.Length; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            var step = Step * curvature.StandardDeviation(unit);
            moved[i] = point[i] + step;
            var above = at(moved);
            moved[i] = point[i] - step;
            var below = at(moved);
            moved[i] = point[i];
            for (var element = 0; element < recorded; element++)
            {
                slopes[element * point.Length + i] = (above[element] - below[element]) / (2 * step);
            }
        }

        return slopes;
    }
}
