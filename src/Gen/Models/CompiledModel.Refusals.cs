using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;

namespace Gen.Models;

public partial class CompiledModel
{
    /// <summary>Simulates into a row; what a distribution refuses is told with the quantity that was being drawn.</summary>
    private void Simulate(long seed, int stream, int draw, ReadOnlySpan<bool> given, Span<double> row)
    {
        try
        {
            Simulate(new RandomStream(seed, stream + draw), given, row);
        }
        catch (ArgumentException refusal)
        {
            throw Named(refusal, seed, stream, draw, given, row);
        }
    }

    /// <summary>The refusal with model and element, and no draw: which fails first depends on threads. The same draw once more, over values that are not numbers, shows how far it came.</summary>
    private ArgumentException Named(ArgumentException refusal, long seed, int stream, int draw, ReadOnlySpan<bool> given, ReadOnlySpan<double> row)
    {
        var values = row.ToArray();
        List<Quantity> drawn = [];
        for (var i = 0; i < quantities.Length; i++)
        {
            var isKept = Interventions.Contains(quantities[i]) || (quantities[i].Kind == QuantityKind.Latent && given[i]);
            if (!isKept && quantities[i].Kind != QuantityKind.Deterministic)
            {
                drawn.Add(quantities[i]);
                values.AsSpan(quantities[i].Elements).Fill(double.NaN);
            }
        }

        try
        {
            Simulate(new RandomStream(seed, stream + draw), given, values);
        }
        catch (ArgumentException)
        {
            // The same one.
        }

        // One that is drawn in part was being drawn; of those that were not begun, latents come first, and which of the others does only the body knows.
        var open = drawn.Where(quantity => Array.Exists(values[quantity.Elements], double.IsNaN)).ToList();
        var begun = open.Where(quantity => !double.IsNaN(values[quantity.Offset])).ToList();
        var candidates = begun.Count > 0 ? begun : open.Any(IsLatent) ? [open.First(IsLatent)] : open;
        var names = candidates.Select(quantity => $"'{quantity.Label(Array.FindIndex(values[quantity.Elements], double.IsNaN))}'").ToList();
        var parameter = refusal.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
        var reason = parameter < 0 ? refusal.Message : refusal.Message[..parameter];
        var message = names.Count == 0 ? $"{Name}: {reason}" : $"{Name}: {string.Join(" or ", names)} cannot be drawn: {reason}";
        return refusal is ArgumentOutOfRangeException ? new ArgumentOutOfRangeException(message, refusal) : new ArgumentException(message, refusal);
    }

    private static bool IsLatent(Quantity quantity) => quantity.Kind == QuantityKind.Latent;
}
