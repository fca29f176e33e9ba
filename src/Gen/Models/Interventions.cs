using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace Gen.Models;

/// <summary>
/// The quantities of a model that were set by hand, with their values: the do-operator. An intervened quantity no longer depends on what it was
/// computed or drawn from. Immutable.
/// </summary>
/// <remarks>Pearl (2009), Causality, section 3.2: the intervention replaces the quantity's own mechanism and leaves all others.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Interventions
{
    private readonly Dictionary<string, (int[] Shape, double[] Values)> pinned;

    private Interventions(Dictionary<string, (int[] Shape, double[] Values)> pinned) => this.pinned = pinned;

    /// <summary>No intervention.</summary>
    public static Interventions None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => pinned.Count == 0;

    /// <summary>The names of the quantities that are set.</summary>
    public IReadOnlyCollection<string> Names => pinned.Keys;

    /// <summary>These and those quantities of <paramref name="values"/> that have a value.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public Interventions With(params ReadOnlySpan<(string Name, QuantityValue Value)> values)
    {
        var all = new Dictionary<string, (int[] Shape, double[] Values)>(pinned, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value is not { Shape: { } shape, Elements: { } elements })
            {
                continue;
            }

            all[name] = Array.TrueForAll(elements, double.IsFinite) ? (shape, elements)
                : throw new ArgumentException($"'{name}' cannot be set to a value that is not finite.", nameof(values));
        }

        return new(all);
    }

    /// <summary>Whether a quantity is set.</summary>
    internal bool Contains(Quantity quantity) => pinned.ContainsKey(quantity.Name);

    /// <summary>A quantity's values, row by row.</summary>
    internal ReadOnlySpan<double> this[Quantity quantity] => pinned[quantity.Name].Values;

    /// <summary>Refuses an intervention of another shape than its quantity has.</summary>
    internal void Check(string model, IReadOnlyList<Quantity> quantities)
    {
        foreach (var quantity in quantities.Where(Contains))
        {
            var given = pinned[quantity.Name].Shape;
            var extents = quantity.Dims.Select(dim => dim.Length);
            if (!given.SequenceEqual(extents))
            {
                throw new ArgumentException(
                    $"{model}: '{quantity.Name}' is set to {Quantity.Describe(given)}, but it is {Quantity.Describe(extents)} under these data.");
            }
        }
    }
}
