using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Sampling;

/// <summary>
/// Finds a coordinate whose scale another one decides, as in a funnel: the density bends several times as sharply by the one where the other is low as where it is high. Coordinates that
/// are independent of each other show nothing of that, whatever their tails.
/// </summary>
internal static class DecidedScale
{
    /// <summary>Bends that differ by a smaller factor are of scales that differ by less than two.</summary>
    private const double Least = 4;

    private const int Draws = 100;
    private const int MostCoordinates = 5;
    private const int MostDeciders = 20;

    // Of a coordinate's range, for a difference of slopes.
    private const double Step = 1e-4;

    private static readonly int[] Places = [Draws / 4, Draws / 2, 3 * Draws / 4];

    /// <summary>The coordinate, of <paramref name="coordinates"/>, whose scale depends most on another of <paramref name="deciders"/>, and that one; null where none does at all places.</summary>
    public static (int Coordinate, int Decider)? Of(ILogDensity density, int draws, SlopeLinearity.DrawAt at, IEnumerable<int> coordinates, IReadOnlyList<int> deciders)
    {
        if (draws < Draws)
            return null;
        double[] gradient = new double[density.Dimension], moved = new double[density.Dimension];
        var positions = new double[Draws][];
        for (var k = 0; k < Draws; k++)
            at((int)((long)k * draws / Draws), positions[k] = new double[density.Dimension]);

        ((int, int)? found, var most) = (null, Least);
        foreach (var coordinate in coordinates.Take(MostCoordinates))
        {
            foreach (var decider in deciders.Take(MostDeciders).Where(other => other != coordinate))
            {
                var (low, high) = (Quantile(decider, 0.1), Quantile(decider, 0.9));
                var ratios = Array.ConvertAll(Places, place => Math.Log(Bend(positions[place], coordinate, decider, high) / Bend(positions[place], coordinate, decider, low)));
                var ratio = Math.Exp(Math.Min(Math.Abs(ratios.Min()), Math.Abs(ratios.Max())));
                if (ratios.Min() * ratios.Max() > 0 && ratio > most)
                    (found, most) = ((coordinate, decider), ratio);
            }
        }

        return found;

        double Quantile(int coordinate, double probability) => Quantiles.Of(Array.ConvertAll(positions, position => position[coordinate]), probability);

        // How much the slope falls by a step, where the decider has a value; NaN where it rises, so that nothing is compared with it.
        double Bend(double[] place, int coordinate, int decider, double value)
        {
            place.CopyTo(moved, 0);
            moved[decider] = value;
            var before = Slope(coordinate);
            moved[coordinate] += Step * (Quantile(coordinate, 0.9) - Quantile(coordinate, 0.1));
            return before - Slope(coordinate) is var bend && bend > 0 ? bend : double.NaN;
        }

        double Slope(int coordinate)
        {
            density.Evaluate(moved, gradient);
            return gradient[coordinate];
        }
    }
}
