using System;

namespace Gen.Sampling;

/// <summary>
/// How linear the slope of a log-density is between draws, coordinate by coordinate, in units of a metric. A normal's is linear whatever its covariance, so that
/// one metric and one step size suit all of it; where the slope is not, as in a funnel, they suit a part.
/// </summary>
/// <remarks>
/// Half way between two draws a and b a linear slope g is the mean of theirs. What is measured is 1 − Σ (g(½(a + b)) − ½(g(a) + g(b)))² / Σ (½(g(a) − g(b)))² over
/// pairs of draws: 1 where g is linear, and at most 0 where what it has beyond a line is as large as the line. Unlike a regression of slopes on draws it needs no
/// more pairs where there are more coordinates.
/// </remarks>
internal sealed class SlopeLinearity(ILogDensity density, IMetric metric)
{
    /// <summary>Below it a slope is curved: funnels have less than 0.1, and what a metric mends more than 0.5.</summary>
    public const double Least = 0.5;

    // Three gradients each, which is little beside the draws of a chain.
    private const int Pairs = 25;
    private const int FewestDraws = 100;

    private readonly double[] middle = new double[density.Dimension], gradient = new double[PaddedLength.Of(density.Dimension)];
    private readonly double[] ofFirst = new double[PaddedLength.Of(density.Dimension)], ofSecond = new double[PaddedLength.Of(density.Dimension)];
    private readonly double[] ofMiddle = new double[PaddedLength.Of(density.Dimension)];
    private readonly double[] departures = new double[density.Dimension], spreads = new double[density.Dimension];

    /// <summary>Writes a draw, by its number.</summary>
    public delegate void DrawAt(int draw, Span<double> position);

    /// <summary>Measures between draws of one chain, each of the first half and one of the second; null where they are few.</summary>
    public static SlopeLinearity? Between(ILogDensity density, IMetric metric, int draws, DrawAt at)
    {
        if (draws < FewestDraws)
            return null;
        var linearity = new SlopeLinearity(density, metric);
        double[] first = new double[density.Dimension], second = new double[density.Dimension];
        var half = draws / 2;
        for (var pair = 0; pair < Pairs; pair++)
        {
            at(pair * half / Pairs, first);
            at(pair * half / Pairs + half, second);
            linearity.Add(first, second);
        }

        return linearity;
    }

    /// <summary>Whether some coordinate's slope is not linear.</summary>
    public static bool IsCurved(ReadOnlySpan<double> linearity)
    {
        foreach (var one in linearity)
        {
            if (one < Least)
                return true;
        }

        return false;
    }

    /// <summary>Measures between two draws; a pair with a slope that is not finite does not count.</summary>
    public void Add(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        for (var i = 0; i < middle.Length; i++)
            middle[i] = 0.5 * first[i] + 0.5 * second[i];
        if (!TrySlope(first, ofFirst) || !TrySlope(second, ofSecond) || !TrySlope(middle, ofMiddle))
            return;
        for (var i = 0; i < middle.Length; i++)
        {
            var (departure, spread) = (ofMiddle[i] - 0.5 * (ofFirst[i] + ofSecond[i]), 0.5 * (ofFirst[i] - ofSecond[i]));
            departures[i] += departure * departure;
            spreads[i] += spread * spread;
        }
    }

    /// <summary>The measure of each coordinate, of all that chains have added; NaN where nothing was, and empty of no chain.</summary>
    public static double[] Of(ReadOnlySpan<SlopeLinearity> chains)
    {
        var result = new double[chains.IsEmpty ? 0 : chains[0].middle.Length];
        for (var i = 0; i < result.Length; i++)
        {
            double departure = 0, spread = 0;
            foreach (var chain in chains)
            {
                departure += chain.departures[i];
                spread += chain.spreads[i];
            }

            result[i] = 1 - departure / spread;
        }

        return result;
    }

    private bool TrySlope(ReadOnlySpan<double> position, Span<double> slope)
    {
        if (!double.IsFinite(density.Evaluate(position, gradient.AsSpan(0, middle.Length))))
            return false;
        slope.Clear();
        return double.IsFinite(metric.Kick(gradient, 1, slope));
    }
}
