using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Models;

public partial class CompiledModel
{
    // How far the values that are set are moved inwards, as a share of the way: what lies at an edge of its support is inside then, and what is meant to be outside is not.
    private const double Inwards = 1e-6;

    private bool areSupported;

    /// <summary>
    /// Refuses to simulate from what is set outside its support. Edges belong to it, such as a share of 1, though no position does. Where other quantities decide
    /// the ends, what is set has none: it is cut from them.
    /// </summary>
    /// <exception cref="InvalidOperationException">A latent is set to values that it cannot have.</exception>
    private void RequireSupported()
    {
        if (areSupported)
        {
            return;
        }

        var outside = SetLatents.Any() ? OutsideSupport(Set(inwards: 0)).Where(quantity => !quantity.EndsWithOthers).ToArray() : [];
        if (outside.Length > 0 && OutsideSupport(Set(Inwards)).FirstOrDefault(outside.Contains) is { } quantity)
        {
            throw Outside(quantity);
        }

        areSupported = true;
    }

    private IEnumerable<Quantity> SetLatents => quantities.Where(quantity => quantity.Kind == QuantityKind.Latent && Interventions.Contains(quantity));

    /// <summary>The latents' values as they are set, a share of the way towards the origin's. The free ones need some value in their supports for others to be mapped beside them: the origin's.</summary>
    private double[] Set(double inwards)
    {
        var values = new double[recorded];
        Record(new double[dimension], values);
        foreach (var quantity in SetLatents)
        {
            for (var i = 0; i < quantity.Size; i++)
            {
                var (set, origin) = (Interventions[quantity][i], values[quantity.Offset + i]);
                values[quantity.Offset + i] = set + (inwards > 0 ? inwards * (origin - set) : 0);
            }
        }

        return values;
    }

    /// <summary>The latents that are set to what maps to no position, or not back to itself where elements are bound to each other: what is outside a support maps to nothing, or to others.</summary>
    private IReadOnlyList<Quantity> OutsideSupport(double[] values)
    {
        var (position, mapped) = (new double[dimension], new double[recorded]);
        Unconstrain(values, position);
        Record(position, mapped);

        // The tolerance is far below any meant departure and far above what a map and its inverse lose.
        bool IsMapped(Quantity quantity) => !position.AsSpan(quantity.FirstCoordinate, quantity.Coordinates).ContainsAnyExceptInRange(-double.MaxValue, double.MaxValue)
            && (!quantity.IsBound || Enumerable.Range(quantity.Offset, quantity.Size).All(i => Math.Abs(mapped[i] - values[i]) <= 1e-9 * (1 + Math.Abs(values[i]))));
        return [.. SetLatents.Where(quantity => !IsMapped(quantity))];
    }

    private InvalidOperationException Outside(Quantity quantity)
    {
        var set = quantity.Size == 1 ? Numbers.Text(Interventions[quantity][0]) : Numbers.Text(Interventions[quantity]);
        return new($"{Name}: '{quantity.Name}' is set to {set} by Do, which is outside its support");
    }
}
