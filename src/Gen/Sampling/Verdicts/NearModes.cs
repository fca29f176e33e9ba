using System;
using System.Linq;

namespace Gen.Sampling;

/// <summary>
/// Tells two modes, between which a chain passes, from curvature. Slopes are curved between modes only, and linear on each side; and half way between the means of the two sides the density is
/// lower than at both.
/// </summary>
internal static class NearModes
{
    private const int FewestDraws = 100;
    private const int Draws = 200;
    private const int Pairs = 25;
    private const int FewestOnASide = 10;

    // Half as high: less is no dip to speak of.
    private static readonly double LeastDip = Math.Log(2);

    /// <summary>Whether draws of a chain lie in two modes that are apart in a coordinate.</summary>
    public static bool Are(ILogDensity density, IMetric metric, int draws, SlopeLinearity.DrawAt at, int coordinate)
    {
        if (draws < FewestDraws)
            return false;
        var positions = new double[Draws][];
        for (var k = 0; k < Draws; k++)
            at((int)((long)k * draws / Draws), positions[k] = new double[density.Dimension]);
        var sorted = Quantiles.Sorted(Array.ConvertAll(positions, position => position[coordinate]));
        var split = 0.5 * (Quantiles.OfSorted(sorted, 0.1) + Quantiles.OfSorted(sorted, 0.9));
        double[][] below = [.. positions.Where(position => position[coordinate] < split)], above = [.. positions.Where(position => position[coordinate] >= split)];
        return below.Length >= FewestOnASide && above.Length >= FewestOnASide && HasDip(density, below, above) && IsLinear(density, metric, below) && IsLinear(density, metric, above);
    }

    private static bool HasDip(ILogDensity density, double[][] below, double[][] above)
    {
        double[] gradient = new double[density.Dimension], first = Mean(below), second = Mean(above), middle = [.. first.Zip(second, static (a, b) => 0.5 * (a + b))];
        return Math.Min(density.Evaluate(first, gradient), density.Evaluate(second, gradient)) - density.Evaluate(middle, gradient) > LeastDip;
    }

    private static bool IsLinear(ILogDensity density, IMetric metric, double[][] side)
    {
        var linearity = new SlopeLinearity(density, metric);
        var half = side.Length / 2;
        for (var pair = 0; pair < Pairs; pair++)
            linearity.Add(side[pair * half / Pairs], side[pair * half / Pairs + half]);
        return !SlopeLinearity.IsCurved(SlopeLinearity.Of([linearity]));
    }

    private static double[] Mean(double[][] side) => [.. Enumerable.Range(0, side[0].Length).Select(i => side.Average(position => position[i]))];
}
