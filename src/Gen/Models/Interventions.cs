using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Models;

/// <summary>
/// The quantities of a model that were set by hand, with their values: the do-operator. An intervened quantity no longer depends on what it was
/// computed or drawn from. Immutable.
/// </summary>
/// <remarks>Pearl (2009), Causality, section 3.2: the intervention replaces the quantity's own mechanism and leaves all others.</remarks>
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

    /// <summary>These and a scalar, unless it is null.</summary>
    public Interventions With(string quantity, double? value) => value is { } number ? Add(quantity, [], [number]) : this;

    /// <summary>These and a vector, unless it is null.</summary>
    public Interventions With(string quantity, Vector? value) => value is null ? this : Add(quantity, [value.Length], value.ToArray());

    /// <summary>These and a matrix, unless it is null.</summary>
    public Interventions With(string quantity, Matrix? value) =>
        value is null ? this : Add(quantity, [value.Rows, value.Columns], value.AsSpan().ToArray());

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

    private Interventions Add(string quantity, int[] shape, double[] values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"'{quantity}' cannot be set to {value}.", quantity);
            }
        }

        return new(new(pinned) { [quantity] = (shape, values) });
    }
}
