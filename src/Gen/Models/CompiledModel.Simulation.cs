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
    public double[] Draw(long seed)
    {
        var values = new double[width];
        Simulate(seed, FirstPriorStream, 0, Pin(values), values);
        return values;
    }

    /// <summary>All quantities, simulated <paramref name="draws"/> times (draw 0 is <see cref="Draw"/>'s).</summary>
    public IReadOnlyList<Draws> DrawPrior(int draws, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return DrawStore.Fill(quantities, width, chains: 1, draws, () => (draw, row) =>
            Simulate(seed, FirstPriorStream, draw, Pin(row), row));
    }

    /// <summary>Deterministics, what is generated and data with a likelihood, simulated once for every draw of the latents.</summary>
    /// <param name="posterior">The posterior: latents (first) and deterministics, possibly of the model over other data.</param>
    /// <param name="seed">The seed: the same seed gives the same predictions.</param>
    /// <exception cref="InvalidOperationException">A latent has another shape over these data than it was drawn with.</exception>
    public IReadOnlyList<Draws> DrawPredictions(ModelPosterior posterior, long seed)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var draws = posterior.Quantities;
        var latents = quantities.TakeWhile(quantity => quantity.Kind == QuantityKind.Latent).ToArray();
        for (var i = 0; i < latents.Length; i++)
        {
            if (latents[i].Size != draws[i].Size)
            {
                throw new InvalidOperationException(
                    $"{Name}: '{latents[i].Name}' has {draws[i].Size} elements in the posterior and {latents[i].Size} under the new data, so its draws say nothing of them");
            }
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
