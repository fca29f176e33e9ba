using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;

namespace Gen.Models;

public partial class CompiledModel
{
    /// <summary>The log-density that is sampled: of all latents, or of those that no intervention sets.</summary>
    /// <exception cref="InvalidOperationException">Data are not observed, or there is no exact log-density under the interventions.</exception>
    public ILogDensity CreateLogDensity()
    {
        RequireObserved();
        if (Interventions.IsEmpty)
        {
            return CreateKernel();
        }

        var (origin, free) = Intervene();
        return new FixedCoordinates(Name, CreateKernel(), origin, free);
    }

    /// <summary>Samples the posterior with the No-U-Turn sampler.</summary>
    /// <returns>The draws of latents, deterministics and what is generated, and what the sampler recorded.</returns>
    /// <exception cref="InvalidOperationException">Data are not observed, or there is no exact log-density under the interventions.</exception>
    /// <exception cref="SamplingException">No finite initial point was found.</exception>
    /// <exception cref="CheckpointException">The options' checkpoint is not one of this run, or cannot be read or written.</exception>
    public (IReadOnlyList<Draws> Draws, SampleStatistics Statistics) Sample(SamplingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireObserved();
        var (origin, free) = Interventions.IsEmpty ? ([], null) : Intervene();
        var description = options.Checkpoint is null ? Name : Description();
        var result = free is null
            ? MarkovChains.Sample(_ => CreateKernel(), options, new SampledModel(Explain, TryDrawPrior, NameOfCoordinate, description))
            : MarkovChains.Sample(
                _ => new FixedCoordinates(Name, CreateKernel(), origin, free),
                options,
                new SampledModel(
                    position => Explain(Expand(position, origin, free)),
                    (random, position) => TryDrawPrior(random, position, free),
                    coordinate => NameOfCoordinate(free[coordinate]),
                    description));
        var draws = Record(result, origin, free, options.Seed);
        result.Statistics.Verdict?.Read(draws, [.. draws.Where(quantity => quantities.Any(latent => latent.Kind == QuantityKind.Latent && latent.Name == quantity.Name))]);
        return (draws, result.Statistics);
    }

    /// <summary>Draws a position from the prior, if it is one that can be drawn from.</summary>
    private bool TryDrawPrior(RandomStream random, Span<double> position)
    {
        var values = new double[width];
        try
        {
            Simulate(random, Pin(values), values);
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }

        Unconstrain(values, position);
        return true;
    }

    /// <summary>The same of the coordinates that stay free.</summary>
    private bool TryDrawPrior(RandomStream random, Span<double> position, int[] free)
    {
        var whole = new double[dimension];
        if (!TryDrawPrior(random, whole))
        {
            return false;
        }

        for (var i = 0; i < free.Length; i++)
        {
            position[i] = whole[free[i]];
        }

        return true;
    }

    /// <summary>The model as a checkpoint knows it again: its quantities, its statements and its data, a line for each.</summary>
    private string Description()
    {
        var digest = new DataDigest();
        Digest(digest);
        return string.Join('\n', [ToString(), .. Sites.Select(site => $"statement {site.Text.ReplaceLineEndings(" ")}"), .. digest.Lines]);
    }

    /// <summary>The element of a latent that a coordinate is, or the latent where its elements are bound to each other.</summary>
    private string NameOfCoordinate(int coordinate)
    {
        var latent = quantities.Last(quantity => quantity.Coordinates > 0 && quantity.FirstCoordinate <= coordinate);
        return latent.IsBound ? latent.Name : latent.Label(coordinate - latent.FirstCoordinate);
    }

    private IReadOnlyList<Draws> Record(SamplingResult result, double[] origin, int[]? free, long seed)
    {
        Quantity[] kept = [.. quantities.Where(quantity => quantity.Kind != QuantityKind.Observed)];
        return DrawStore.Fill(kept, recorded, result.Chains, result.DrawsPerChain, () =>
        {
            var whole = origin.ToArray();
            return (draw, row) =>
            {
                var position = result.Position(draw / result.DrawsPerChain, draw % result.DrawsPerChain);
                if (free is null)
                {
                    Record(position, row);
                }
                else
                {
                    FixedCoordinates.Expand(position, free, whole);
                    Record(whole, row);
                    foreach (var quantity in kept.Where(Interventions.Contains))
                    {
                        Interventions[quantity].CopyTo(row[quantity.Elements]);
                    }
                }

                if (Generates)
                {
                    GenerateOrNaN(seed, draw, row);
                }
            };
        });
    }

    /// <summary>Draws what is generated: NaN where a distribution refuses its parameters, and what would be drawn after that. A run is not lost by it; a summary says so.</summary>
    private void GenerateOrNaN(long seed, int draw, Span<double> row)
    {
        foreach (var quantity in quantities)
        {
            if (quantity.Kind == QuantityKind.Generated)
            {
                row[quantity.Elements].Fill(double.NaN);
            }
        }

        try
        {
            Generate(new RandomStream(seed, FirstGeneratedStream + draw), row);
        }
        catch (ArgumentException)
        {
            // What is drawn stays.
        }
    }

    /// <summary>A position with the pinned latents in place, and the coordinates that stay free.</summary>
    private (double[] Origin, int[] Free) Intervene()
    {
        foreach (var quantity in quantities.Where(Interventions.Contains))
        {
            var reason = quantity switch
            {
                { Kind: QuantityKind.Generated } => "it is drawn after the latents, so that setting it changes no draw of them",
                { Kind: QuantityKind.Deterministic } => "it is computed from latents, which would have to be averaged out",
                { IsRoot: false } => "its prior depends on other quantities, which would have to lose that term",
                _ => null,
            };
            if (reason is not null)
            {
                throw new InvalidOperationException(
                    $"{Name}: the posterior with '{quantity.Name}' set by Do cannot be sampled, because {reason}; Draw and PriorPredictive can simulate it");
            }
        }

        var values = Set(inwards: 0);
        if (OutsideSupport(values) is [var outside, ..])
        {
            throw Outside(outside);
        }

        var position = new double[dimension];
        Unconstrain(values, position);
        Settle(position, values);
        var latents = quantities.Where(quantity => quantity.Kind == QuantityKind.Latent);
        int[] free = [.. latents.Where(quantity => !Interventions.Contains(quantity)).SelectMany(quantity => Enumerable.Range(quantity.FirstCoordinate, quantity.Coordinates))];
        return free.Length > 0 ? (position, free)
            : throw new InvalidOperationException($"{Name}: every latent is set by Do, so nothing is left to sample; Draw and PriorPredictive can simulate it");
    }

    /// <summary>
    /// Moves pinned coordinates by the last digits that a map and its inverse lose, to where the map gives what was set, or comes nearest: a power of a negative
    /// number is one for a whole exponent only.
    /// </summary>
    private void Settle(double[] position, double[] values)
    {
        const int MostSteps = 4;
        var single = quantities.Where(quantity => Interventions.Contains(quantity) && !quantity.IsBound && quantity.Coordinates == quantity.Size).ToArray();
        var (mapped, moved, nearest) = (new double[recorded], position.ToArray(), new double[recorded]);
        Array.Fill(nearest, double.PositiveInfinity);
        foreach (var steps in Enumerable.Range(0, MostSteps + 1).SelectMany(k => k == 0 ? [0] : new[] { k, -k }))
        {
            var tried = position.ToArray();
            foreach (var coordinate in single.SelectMany(quantity => Enumerable.Range(quantity.FirstCoordinate, quantity.Coordinates)))
            {
                for (var k = 0; k < Math.Abs(steps); k++)
                {
                    tried[coordinate] = steps > 0 ? Math.BitIncrement(tried[coordinate]) : Math.BitDecrement(tried[coordinate]);
                }
            }

            Record(tried, mapped);
            foreach (var (element, coordinate) in single.SelectMany(quantity => Enumerable.Range(0, quantity.Size).Select(i => (quantity.Offset + i, quantity.FirstCoordinate + i))))
            {
                var distance = Math.Abs(mapped[element] - values[element]);
                if (distance < nearest[element])
                {
                    (nearest[element], moved[coordinate]) = (distance, tried[coordinate]);
                }
            }
        }

        moved.CopyTo(position, 0);
    }

    private static double[] Expand(ReadOnlySpan<double> position, double[] origin, int[] free)
    {
        var whole = origin.ToArray();
        FixedCoordinates.Expand(position, free, whole);
        return whole;
    }
}
