using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

namespace Gen.Models;

/// <summary>
/// Fills the draws of several quantities, draw by draw and in parallel. A draw is computed into one flat row and spread over the quantities'
/// arrays, which are by element, then draw.
/// </summary>
internal static class DrawStore
{
    /// <summary>Computes draw number <paramref name="draw"/> into <paramref name="row"/>, the model's values.</summary>
    public delegate void Row(int draw, Span<double> row);

    /// <summary>The draws of <paramref name="kept"/> quantities.</summary>
    /// <param name="kept">The quantities to keep.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="chains">The number of chains.</param>
    /// <param name="drawsPerChain">The draws of each; draws are numbered chain after chain.</param>
    /// <param name="compute">Makes, once for each part that runs by itself, what computes its rows: so that buffers are not shared.</param>
    public static IReadOnlyList<Draws> Fill(IReadOnlyList<Quantity> kept, int width, int chains, int drawsPerChain, Func<Row> compute)
    {
        var count = chains * drawsPerChain;
        var stores = kept.Select(quantity => Allocate(quantity, count)).ToArray();
        try
        {
            // Neighbouring draws share cache lines of every element's array, so a part is a run of draws.
            Parallel.ForEach(Partitioner.Create(0, Math.Max(count, 1)), part =>
            {
                var row = new double[width];
                var fill = compute();
                for (var draw = part.Item1; draw < Math.Min(part.Item2, count); draw++)
                {
                    fill(draw, row);
                    for (var i = 0; i < stores.Length; i++)
                    {
                        Spread(row.AsSpan(kept[i].Elements), stores[i], count, draw);
                    }
                }
            });
        }
        catch (AggregateException several) when (several.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return [.. kept.Select((quantity, i) => quantity.CreateDraws(stores[i], chains))];
    }

    private static double[] Allocate(Quantity quantity, int count) =>
        (long)quantity.Size * count <= Array.MaxLength
            ? new double[quantity.Size * count]
            : throw new ArgumentException($"{count} draws of the {quantity.Size} elements of '{quantity.Name}' are more numbers than an array holds.");

    private static void Spread(ReadOnlySpan<double> elements, double[] store, int count, int draw)
    {
        for (var element = 0; element < elements.Length; element++)
        {
            store[element * count + draw] = elements[element];
        }
    }
}
