using System;

namespace Gen.Sampling;

/// <summary>
/// How many times as large the variance of each coordinate is as it were if the others were fixed: 1 where it is correlated with none. For a normal it is the product of the variances of
/// the coordinate and of the slope by it, whose inverse is the variance that the others leave.
/// </summary>
/// <remarks>Both by quartiles, so that heavy tails are no correlation. "Variance inflation factor": Marquardt (1970), Technometrics 12.</remarks>
internal static class VarianceInflation
{
    /// <summary>Above it a coordinate is correlated: the rule of thumb for collinear regressors; a correlation of 0.95 between two.</summary>
    public const double Least = 10;

    private const int Slopes = 50;
    private const int FewestDraws = 100;

    // Of a normal, in standard deviations.
    private const double QuartileRange = 1.349;

    /// <summary>The factor of each coordinate from draws of one chain; empty where they are few.</summary>
    public static double[] Of(ILogDensity density, int draws, SlopeLinearity.DrawAt at)
    {
        if (draws < FewestDraws)
            return [];
        double[] position = new double[density.Dimension], gradient = new double[density.Dimension];
        double[,] positions = new double[density.Dimension, Slopes], slopes = new double[density.Dimension, Slopes];
        for (var k = 0; k < Slopes; k++)
        {
            at(k * draws / Slopes, position);
            density.Evaluate(position, gradient);
            for (var i = 0; i < position.Length; i++)
                (positions[i, k], slopes[i, k]) = (position[i], gradient[i]);
        }

        var result = new double[density.Dimension];
        for (var i = 0; i < result.Length; i++)
        {
            var deviations = Deviation(positions, i) * Deviation(slopes, i);
            result[i] = deviations * deviations;
        }

        return result;
    }

    private static double Deviation(double[,] values, int coordinate)
    {
        var row = new double[Slopes];
        for (var k = 0; k < Slopes; k++)
            row[k] = values[coordinate, k];
        Array.Sort(row);
        return (Quantiles.OfSorted(row, 0.75) - Quantiles.OfSorted(row, 0.25)) / QuartileRange;
    }
}
