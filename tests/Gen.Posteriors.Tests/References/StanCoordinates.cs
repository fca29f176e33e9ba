using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Models;
using Gen.Sampling;

namespace Gen.Posteriors.Tests.References;

/// <summary>Our log-density as one of Stan's coordinates, in Stan's order.</summary>
public sealed class StanCoordinates : ILogDensity
{
    private readonly ILogDensity inner;
    private readonly List<(StanMap Map, int Own, int Stan)> pieces = [];
    private readonly double[] own;
    private readonly double[] slopes;

    /// <summary>The density of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="order">The latents in Stan's order.</param>
    /// <param name="maps">The transforms of those latents of which Stan has other coordinates.</param>
    public StanCoordinates(CompiledModel model, IReadOnlyList<string> order, IReadOnlyDictionary<string, StanMap> maps)
    {
        ArgumentNullException.ThrowIfNull(model);
        inner = model.CreateLogDensity();
        (own, slopes) = (new double[inner.Dimension], new double[inner.Dimension]);
        var latents = model.Quantities.Where(quantity => quantity.Kind == QuantityKind.Latent).ToArray();
        var starts = new Dictionary<string, int>();
        var next = 0;
        foreach (var name in order)
        {
            starts.Add(name, next);
            next += Pieces(latents.Single(latent => latent.Name == name)) * Map(name).Coordinates;
        }

        var first = 0;
        foreach (var latent in latents)
        {
            var map = Map(latent.Name);
            for (var piece = 0; piece < Pieces(latent); piece++)
            {
                pieces.Add((map, first, starts[latent.Name] + piece * map.Coordinates));
                first += map.Coordinates;
            }
        }

        if (first != inner.Dimension)
        {
            throw new ArgumentException($"the maps have {first} coordinates, the model has {inner.Dimension}", nameof(maps));
        }

        StanMap Map(string latent) => maps.TryGetValue(latent, out var map) ? map : new StanSame();
        int Pieces(Quantity latent) => latent.Size / Map(latent.Name).Elements;
    }

    /// <inheritdoc/>
    public int Dimension => inner.Dimension;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var logVolume = 0.0;
        foreach (var (map, ours, stan) in pieces)
        {
            logVolume += map.Map(position.Slice(stan, map.Coordinates), own.AsSpan(ours, map.Coordinates));
        }

        var value = inner.Evaluate(own, slopes);
        foreach (var (map, ours, stan) in pieces)
        {
            map.Pull(position.Slice(stan, map.Coordinates), slopes.AsSpan(ours, map.Coordinates), gradient.Slice(stan, map.Coordinates));
        }

        return value + logVolume;
    }
}
