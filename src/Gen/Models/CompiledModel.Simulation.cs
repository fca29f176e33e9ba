using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Models;

public partial class CompiledModel
{
    // Chains use the streams from 0 upwards of their seed. Simulations use others, so that the same seed in Draw, Sample and PosteriorPredictive
    // never makes noise that was seen before.
    private const int FirstPriorStream = int.MinValue;
    private const int FirstPredictiveStream = int.MinValue / 2;
    private const int FirstGeneratedStream = int.MaxValue / 2;

    /// <summary>The values of all quantities, simulated once.</summary>
    /// <exception cref="InvalidOperationException">A latent is set outside its support.</exception>
    public double[] Draw(long seed)
    {
        RequireSupported();
        var values = new double[width];
        Simulate(seed, FirstPriorStream, 0, Pin(values), values);
        return values;
    }

    /// <summary>All quantities, simulated <paramref name="draws"/> times (draw 0 is <see cref="Draw"/>'s).</summary>
    /// <exception cref="InvalidOperationException">A latent is set outside its support.</exception>
    public IReadOnlyList<Draws> DrawPrior(int draws, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        RequireSupported();
        return DrawStore.Fill(quantities, width, chains: 1, draws, () => (draw, row) =>
            Simulate(seed, FirstPriorStream, draw, Pin(row), row));
    }

    /// <summary>Deterministics, what is generated and data with a likelihood, simulated once for every draw of the latents.</summary>
    /// <param name="posterior">The posterior: latents (first) and deterministics, possibly of the model over other data.</param>
    /// <param name="seed">The seed: the same seed gives the same predictions.</param>
    /// <exception cref="InvalidOperationException">A latent has another shape, or other labels, over these data than it was drawn with.</exception>
    public IReadOnlyList<Draws> DrawPredictions(ModelPosterior posterior, long seed)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        return DrawPredictions(posterior, seed, this);
    }

    /// <summary>The same of a posterior of the model over other data, where what was drawn depends on these.</summary>
    /// <param name="posterior">The posterior.</param>
    /// <param name="seed">The seed: the same seed gives the same predictions.</param>
    /// <param name="sampled">The model that was sampled.</param>
    /// <param name="given">The data with a likelihood that the prediction was given, among those that others read.</param>
    /// <exception cref="InvalidOperationException">A latent has another shape or other labels, or its prior, or the likelihood of what others read, depends on data that are others here.</exception>
    public IReadOnlyList<Draws> DrawPredictions(ModelPosterior posterior, long seed, CompiledModel sampled, params ReadOnlySpan<string?> given)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(sampled);
        var draws = posterior.Quantities;
        var latents = quantities.TakeWhile(IsLatent).ToArray();
        for (var i = 0; i < latents.Length; i++)
        {
            RequireSameElements(latents[i], draws[i]);
        }

        if (sampled != this)
        {
            RequireSameDependence(sampled, [.. given]);
        }

        var kept = quantities[latents.Length..];
        return DrawStore.Fill(kept, width, posterior.Statistics.Chains, posterior.Statistics.DrawsPerChain, () => (draw, row) =>
        {
            var given = Pin(row);
            for (var i = 0; i < latents.Length; i++)
            {
                given[i] = true;
                for (var element = 0; element < latents[i].Size; element++)
                {
                    row[latents[i].Offset + element] = draws[i].Values[element * draws[i].Count + draw];
                }
            }

            Simulate(seed, FirstPredictiveStream, draw, given, row);
        });
    }

    /// <summary>A latent's draws are of its elements: as many along every axis, and under the same labels where both have some.</summary>
    private void RequireSameElements(Quantity latent, Draws draws)
    {
        Dim[] sampled = draws switch { VectorDraws vector => [vector.Dim], MatrixDraws matrix => [matrix.Rows, matrix.Columns], _ => [] };
        if (!sampled.Select(dim => dim.Length).SequenceEqual(latent.Dims.Select(dim => dim.Length)))
        {
            string Elements(IReadOnlyList<Dim> dims) => dims.Count == 2 ? $"{dims[0].Length} × {dims[1].Length}" : $"{dims.Aggregate(1, (size, dim) => size * dim.Length)}";
            throw new InvalidOperationException(
                $"{Name}: '{latent.Name}' has {Elements(sampled)} elements in the posterior and {Elements(latent.Dims)} under the new data, so its draws say nothing of them");
        }

        foreach (var (before, now) in sampled.Zip(latent.Dims).Where(dims => dims.First.HasLabels && dims.Second.HasLabels))
        {
            if (Enumerable.Range(0, now.Length).FirstOrDefault(element => before.Label(element) != now.Label(element), -1) is >= 0 and var other)
            {
                throw new InvalidOperationException(
                    $"{Name}: element {other} of '{latent.Name}' is '{before.Label(other)}' in the posterior and '{now.Label(other)}' under the new data: give the labels that were sampled, in their order");
            }
        }
    }

    /// <summary>Writes what interventions set, and says which quantities are given: those, and the data with a likelihood that the model has.</summary>
    private bool[] Pin(Span<double> values)
    {
        var given = new bool[quantities.Length];
        for (var i = 0; i < quantities.Length; i++)
        {
            var isSet = Interventions.Contains(quantities[i]);
            given[i] = isSet || quantities[i].IsGiven;
            if (isSet)
            {
                Interventions[quantities[i]].CopyTo(values[quantities[i].Elements]);
            }
        }

        return given;
    }
}
